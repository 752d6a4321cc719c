#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fits what operators take on the boards of benchmarks/bare_metal to what its results.json says of whole models.

Arguments: results.json benchmarked_operators.csv estimate_table.hpp

Writes the last, the numbers behind the estimate of `mote inspect`. results.json has for every operator of
every model its instructions and multiply-accumulates, and for every model its flash; benchmarked_operators.csv has
these operators' element types and elements.

Instructions of a kind of operator: fixed + a * multiply-accumulates + b * outputs; of one without multiply-accumulates
fixed + a * inputs. Flash: a base, and for each kind that a model has some bytes more. Least squares, nothing negative.
"""
import csv
import itertools
import json
import sys
from pathlib import Path

TARGETS = {"mps2_an385": "Cortex-M3", "mps2_an386": "Cortex-M4F", "mps3_an547": "Cortex-M55"}
OPTIMISATIONS = ["O2", "Os"]
# How far from 0 the bytes of a kind are pulled: splits the sum of those that always come together evenly.
EVENNESS = 0.02


def solve(matrix, right):
    """The solution of a few linear equations, by elimination; None where there are many."""
    rows = [[*row, value] for row, value in zip(matrix, right)]
    n = len(rows)
    for i in range(n):
        pivot = max(range(i, n), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        if abs(rows[i][i]) < 1e-9 * (1 + max(map(abs, rows[i]))):
            return None
        for k in range(n):
            if k != i:
                factor = rows[k][i] / rows[i][i]
                rows[k] = [a - factor * b for a, b in zip(rows[k], rows[i])]
    return [row[n] / row[i] for i, row in enumerate(rows)]


def normal_equations(samples, columns, pulls):
    matrix = [[sum(w * f[i] * f[j] for f, _, w in samples) for j in columns] for i in columns]
    for at, i in enumerate(columns):
        matrix[at][at] += pulls[i]
    return matrix, [sum(w * f[i] * y for f, y, w in samples) for i in columns]


def fit(samples, pulls=None):
    """Coefficients, none negative, of the least squares sum over samples of (features, value, weight)."""
    count = len(samples[0][0])
    pulls = pulls or [0] * count
    kept = list(range(count))
    while kept:
        found = solve(*normal_equations(samples, kept, pulls))
        if found is None:
            kept.pop()
        elif min(found) < 0:
            kept.pop(found.index(min(found)))
        else:
            break
    result = [0.0] * count
    for i, value in zip(kept, found if kept else []):
        result[i] = value
    return result


def read_operators(path, results):
    """{model: [(kind, features)]} of those models whose operators are those of the results, and the other models."""
    operators, skipped = {}, []
    with path.open(newline="") as lines:
        for row in csv.DictReader(lines):
            operators.setdefault(row["model"], []).append(row)
    measured = next(iter(results.values()))["models"]
    for model in sorted(set(measured) | set(operators)):
        names = [name for name, _, _ in measured[model]["micro-O2"]["operators"]] if model in measured else None
        if names != [row["operator"] for row in operators.get(model, [])]:
            skipped.append(model)
            operators.pop(model, None)
    return operators, skipped


def kind_of(row):
    return row["operator"], row["type"], row["weights"]


def features_of(row, macs):
    return [1, macs, 0, int(row["outputs"])] if row["weights"] else [1, 0, int(row["inputs"]), 0]


def fit_instructions(board, operators, optimisation):
    samples = {}
    for model, rows in operators.items():
        for row, (_, instructions, macs) in zip(rows, board["models"][model]["micro-" + optimisation]["operators"]):
            sample = (features_of(row, macs), instructions, 1 / instructions)
            samples.setdefault(kind_of(row), []).append(sample)
    return {kind: fit_used(found) for kind, found in samples.items()}


def fit_used(samples):
    """`fit` on the features that are not always 0."""
    used = [i for i in range(len(samples[0][0])) if any(f[i] for f, _, _ in samples)]
    found = fit([([f[i] for i in used], y, w) for f, y, w in samples])
    return [found[used.index(i)] if i in used else 0.0 for i in range(len(samples[0][0]))]


def code_bytes(models, model, flavour, optimisation):
    """Flash of a model's firmware over an empty one, without its program where that is in flash."""
    measured = models[model][f"{flavour}-{optimisation}"]
    program = models[model]["micro-" + optimisation]["tail"] - models[model]["static-" + optimisation]["tail"]
    return measured["flash"] - (program if flavour == "static" else 0)


def fit_flash(board, operators, flavour, optimisation):
    """Base, {kind: bytes}. Quantised kinds share code, which is a kind of its own: None."""
    kinds = sorted({kind_of(row) for rows in operators.values() for row in rows})
    samples = []
    for model, rows in operators.items():
        present = {kind_of(row) for row in rows}
        is_quantised = any(kind[1] != "float32" for kind in present)
        features = [1, int(is_quantised), *[int(kind in present) for kind in kinds]]
        samples.append((features, code_bytes(board["models"], model, flavour, optimisation), 1))
    found = fit(samples, [0, *[EVENNESS] * (len(kinds) + 1)])
    return found[0], found[1], dict(zip(kinds, found[2:]))


def numbers(values):
    return "{" + ", ".join(f"{value:.3f}".rstrip("0").rstrip(".") for value in values) + "}"


def target_lines(name, board_name, board, operators):
    """The initialiser of one TargetEstimate."""
    instructions = [fit_instructions(board, operators, o) for o in OPTIMISATIONS]
    flash = [[fit_flash(board, operators, flavour, o) for o in OPTIMISATIONS] for flavour in ("micro", "static")]

    def pairs(pick):
        return "{" + ", ".join(numbers([pick(found) for found in row]) for row in flash) + "}"

    lines = [f'    {{"{name}", "{board_name}", {pairs(lambda f: f[0])}, {pairs(lambda f: f[1])}, {{']
    for kind in sorted(instructions[0]):
        costs = "{" + ", ".join(numbers(found[kind]) for found in instructions) + "}"
        words = ", ".join(f'"{word}"' for word in kind)
        lines.append(f"        {{{words}, {costs}, {pairs(lambda f: f[2][kind])}}},")
    return [*lines, "    }},"]


def header(results, operators):
    lines = ["// Written by estimate_table.py from benchmarks/bare_metal/results.json when the tool is built.",
             "#ifndef MOTE_CLI_ESTIMATE_TABLE_HPP", "#define MOTE_CLI_ESTIMATE_TABLE_HPP", "",
             '#include "estimate.hpp"', "", "namespace cli {", "",
             f"inline constexpr int estimated_from_models = {len(operators)};", "",
             "inline const std::vector<TargetEstimate> target_estimates = {"]  # fmt: skip
    for board_name, board in results.items():
        lines += target_lines(TARGETS.get(board_name, board_name), board_name, board, operators)
    return "\n".join([*lines, "};", "", "} // namespace cli", "", "#endif", ""])


def main():
    if len(sys.argv) != 4:
        sys.exit("usage: estimate_table.py results.json benchmarked_operators.csv estimate_table.hpp")
    results = json.loads(Path(sys.argv[1]).read_text())
    operators, skipped = read_operators(Path(sys.argv[2]), results)
    for model in skipped:
        print(f"estimate_table.py: {model} is left out: benchmarked_operators.csv has other operators", file=sys.stderr)
    Path(sys.argv[3]).write_text(header(results, operators))


if __name__ == "__main__":
    main()
