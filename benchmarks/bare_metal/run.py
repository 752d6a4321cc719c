#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Count what models take on emulated boards, beside TFLM's figures.

Builds, for every model, interpreter (micro, static) and optimisation (-O2, -Os), one firmware that counts instructions,
stack and arena and one that does the least that a program must, whose size counts. Writes results.json and results.md.
"""
import argparse
import configparser
import json
import os
import shutil
import struct
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SUPPORT = ROOT / "tests" / "bare_metal"
sys.path.insert(0, str(ROOT / "tests" / "static"))
from chain import chain  # noqa: E402
from generate import Table  # noqa: E402

# By the names of tflm.json; the folder where it has another name.
MODELS = {
    "hello_world_int8": "hello_world_int8",
    "hello_world_float": "hello_world_float",
    "micro_speech": "micro_speech_quantized",
    "keyword_scrambled_8bit": "keyword_scrambled_8bit",
    "person_detect": "person_detect",
    "kws_ref": "kws_ref_model",
    "ad01_int8": "ad01_int8",
    "resnet_quant": "pretrainedResnet_quant",
    "vww_96_int8": "vww_96_int8",
}
BOARDS = {"mps2_an385": "m3", "mps2_an386": "m4", "mps3_an547": "m55"}
VERIFIED_MODELS = ("hello_world_int8", "person_detect")
CPP_TYPES = {0: "float", 2: "std::int32_t", 3: "std::uint8_t", 7: "std::int16_t", 9: "std::int8_t"}


class Text(str):
    """A string of a cross file, where / joins paths."""

    def __truediv__(self, other):
        return Text(f"{self}/{other}")


class Board:
    def __init__(self, name):
        self.name = name
        file = configparser.ConfigParser(interpolation=None, inline_comment_prefixes=("  #",))
        file.read(SUPPORT / "cross" / f"{name}.ini")
        names = {"true": True, "false": False}
        for key, value in file["constants"].items():
            found = eval(value, {}, names)
            names[key] = Text(found) if isinstance(found, str) else found
        values = {key: eval(value, {}, names) for part in ["binaries", "built-in options", "properties"] for key, value in file[part].items()}
        self.compiler = values["cpp"]
        self.prefix = values["ar"].removesuffix("ar")
        self.emulator = values["exe_wrapper"]
        self.flags = [*values["cpp_args"], f"-DMOTE_TIMER_HZ={values['timer_hz']}"]
        self.link = [*values["cpp_link_args"], "-fno-exceptions", "-fno-rtti", "-fno-threadsafe-statics", "-nostartfiles",
                     "-ffunction-sections", "-fdata-sections", "-Wl,--gc-sections",
                     f"-L{SUPPORT / 'boards'}", "-T", values["memories"],
                     str(SUPPORT / values["start"]), str(SUPPORT / "syscalls.cpp")]  # fmt: skip


def execute(command, **options):
    run = subprocess.run([str(word) for word in command], capture_output=True, text=True, **options)
    if run.returncode:
        raise RuntimeError(f"{' '.join(map(str, command))}\n{run.stdout}{run.stderr}")
    return run.stdout


class Bench:
    def __init__(self, board, folder, flags):
        self.board, self.folder, self.flags = board, folder, flags
        self.launcher = ["ccache"] if shutil.which("ccache") else []
        folder.mkdir(parents=True, exist_ok=True)
        self.common = ["-std=c++17", "-fno-exceptions", "-fno-rtti", "-DNDEBUG", "-DMOTE_STATUS_WORDS=0",
                       "-I", ROOT / "include", *flags]

    def compile(self, source, output, *flags):
        execute([*self.launcher, self.board.compiler, *self.board.flags, *self.common, *flags,
                 "-c", HERE / source, "-o", output])  # fmt: skip
        return output

    def link(self, output, *objects):
        execute([self.board.compiler, *objects, *self.board.link, "-o", output])
        return output

    def compile_mains(self):
        """The parts of every firmware; returns the sizes of one without a model."""
        self.counting = self.compile("measure.cpp", self.folder / "measure.o", "-O2")
        self.smallest = self.compile("smallest.cpp", self.folder / "smallest.o", "-Os")
        self.verified = self.compile("smallest.cpp", self.folder / "verified.o", "-Os", "-DSMALLEST_VERIFIED")
        empty = self.compile("smallest.cpp", self.folder / "baseline.o", "-Os", "-DSMALLEST_BASELINE")
        return self.sizes(self.link(self.folder / "baseline.elf", empty))

    def sizes(self, firmware):
        """Bytes of flash and of RAM beside the stack, without the model's own."""
        sections = {}
        for line in execute([self.board.prefix + "size", "-A", firmware]).splitlines():
            words = line.split()
            if len(words) == 3 and words[0].startswith("."):
                sections[words[0]] = int(words[1])
        flash = sum(sections.get(name, 0) for name in [".text", ".ARM.exidx", ".eh_frame", ".data"])
        for line in execute([self.board.prefix + "nm", "-S", firmware]).splitlines():
            words = line.split()
            if len(words) == 4 and words[3] == "model":
                flash -= int(words[1], 16)
        return {"flash": flash, "ram": sections.get(".data", 0) + sections.get(".bss", 0)}

    def measure(self, name, header, types, flavour, optimisation, *flags):
        stem = self.folder / f"{name}.{flavour}{optimisation}"
        app = self.compile("app.cpp", f"{stem}.o", optimisation, "-include", header,
                           f"-DAPP_STATIC={int(flavour == 'static')}",
                           f"-DAPP_INPUT={types[0]}", f"-DAPP_OUTPUT={types[1]}", *flags)  # fmt: skip
        firmware = self.link(f"{stem}.measure.elf", self.counting, app)
        result = self.sizes(self.link(f"{stem}.smallest.elf", self.smallest, app))
        verified = self.sizes(self.link(f"{stem}.verified.elf", self.verified, app))
        result["verifier_flash"] = verified["flash"] - result["flash"]
        result["operators"] = []
        result["floats"] = []
        for line in execute([*self.board.emulator, firmware], timeout=900, stdin=subprocess.DEVNULL).splitlines():
            key, *words = line.split()
            if key == "operator":
                result["operators"].append([words[0], *map(int, words[1:])])
            elif key == "float":
                result["floats"].append(struct.unpack(">f", bytes.fromhex(words[0]))[0])
            else:
                result[key] = words[0] if key == "crc" else int(words[0])
        return result


def write_header(model, header):
    rows = [",".join(map(str, model[i : i + 32])) for i in range(0, len(model), 32)]
    text = "alignas(16) inline constexpr unsigned char model[] = {\n" + ",\n".join(rows) + "};\n"
    if not header.exists() or header.read_text() != text:
        header.write_text(text)


def input_and_output_types(model):
    subgraph = next(Table(model, struct.unpack_from("<I", model, 0)[0]).tables(2))
    tensors = list(subgraph.tables(0))

    def first(field):
        at = subgraph.place(field)
        at += struct.unpack_from("<I", model, at)[0]
        return struct.unpack_from("<i", model, at + 4)[0]

    return [CPP_TYPES[tensors[first(field)].scalar(1, "b", 0)] for field in (1, 2)]


def fixed_costs(bench):
    """Instructions per operator that are not its kernel's: what 16 more operators without work add to an invoke."""
    costs = {}
    headers = {length: bench.folder / f"chain{length}.h" for length in (16, 32)}
    for length, header in headers.items():
        write_header(chain(length), header)
    for flavour in ("micro", "static"):
        for optimisation in ("-O2", "-Os"):
            short, long = (
                bench.measure(header.stem, header, ["std::int32_t"] * 2, flavour, optimisation,
                              "-include", HERE / "chain_ops.hpp", "-DAPP_OPS=ChainOps")["invoke"]
                for header in headers.values())  # fmt: skip
            costs[flavour + optimisation] = (long - short) / 16
    return costs


def recomputed_multipliers(bench, path):
    """person_detect with Config::Multipliers = multipliers::recomputed."""
    header = bench.folder / "person_detect.h"
    types = input_and_output_types(path.read_bytes())
    return {
        flavour + optimisation: bench.measure("person_detect_recomputed", header, types, flavour, optimisation,
                                              "-include", HERE / "recomputed.hpp", "-DAPP_CONFIG=Recomputed")
        for flavour in ("micro", "static") for optimisation in ("-O2", "-Os")
    }  # fmt: skip


def with_flatbuffers(bench, models):
    """MicroInterpreter with FlatBuffers' verifier in place of mote's own."""
    headers = bench.folder / "host_headers"  # FlatBuffers' alone, not those of the host's libraries
    headers.mkdir(exist_ok=True)
    if not (headers / "flatbuffers").exists():
        include = execute(["pkg-config", "--variable=includedir", "flatbuffers"]).strip()
        (headers / "flatbuffers").symlink_to(Path(include) / "flatbuffers")
    return {
        name + optimisation: bench.measure(f"{name}_flatbuffers", bench.folder / f"{name}.h",
                                           input_and_output_types(models[name].read_bytes()), "micro", optimisation,
                                           "-DMOTE_FLATBUFFERS=1", "-isystem", headers)
        for name in VERIFIED_MODELS if name in models for optimisation in ("-O2", "-Os")
    }  # fmt: skip


def measure_board(board, models, folder, flags, jobs):
    bench = Bench(board, folder, flags)
    baseline = bench.compile_mains()

    def measure(work):
        name, flavour, optimisation = work
        model = (models[name]).read_bytes()
        header = folder / f"{name}.h"
        result = bench.measure(name, header, input_and_output_types(model), flavour, optimisation)
        for key, value in baseline.items():
            result[key] -= value
        print(f"{board.name} {name} {flavour} {optimisation}: invoke {result['invoke']:,}", file=sys.stderr)
        return work, result

    for name, path in models.items():
        write_header(path.read_bytes(), folder / f"{name}.h")
    works = [(name, flavour, opt) for name in models for flavour in ("micro", "static") for opt in ("-O2", "-Os")]
    with ThreadPoolExecutor(jobs) as pool:
        results = {}
        for (name, flavour, optimisation), result in pool.map(measure, works):
            results.setdefault(name, {})[flavour + optimisation] = result
    found = {"models": results, "fixed_cost": fixed_costs(bench), "flatbuffers": with_flatbuffers(bench, models)}
    if "person_detect" in models:
        found["recomputed"] = recomputed_multipliers(bench, models["person_detect"])
        for result in found["recomputed"].values():
            for key, value in baseline.items():
                result[key] -= value
    return found


def number(value):
    return f"{value:,}" if isinstance(value, int) else "-" if value is None else str(value)


def row(cells):
    return "| " + " | ".join(map(number, cells)) + " |"


def table(title, columns, rows):
    return ["", f"### {title}", "", row(columns), "|---|" + "--:|" * (len(columns) - 1), *map(row, rows)]


def board_tables(board, short, models, tflm):
    def theirs(figure, name, flavour, *path):
        found = tflm[figure].get(name, {}).get(f"{short}_{flavour}")
        for key in path:
            found = found and found[key]
        return found

    def ours(name, *keys):
        return [models[name][kind][key] for kind in ("micro-O2", "static-O2") for key in keys]

    both = ["TFLM", "TFLM+CMSIS-NN"]
    lines = ["", f"## {board}"]
    lines += table("Instructions per invoke", ["model", "Micro -O2", "Static -O2", "Micro -Os", "Static -Os", *both], [
        [name, *[m[k]["invoke"] for k in ("micro-O2", "static-O2", "micro-Os", "static-Os")],
         theirs("invoke", name, "ref"), theirs("invoke", name, "cmsis")] for name, m in models.items()])  # fmt: skip
    lines += table("Instructions to set up", ["model", "Micro", "Micro, file verified", "Static", *both], [
        [name, m["micro-O2"]["setup"], m["micro-O2"]["setup_verified"], m["static-O2"]["setup"],
         theirs("setup", name, "ref"), theirs("setup", name, "cmsis")] for name, m in models.items()])  # fmt: skip

    def arena(head, tail):
        return f"{head + tail:,} = {head:,} + {tail:,}"

    def their_arena(name, flavour):
        found = tflm["arena"].get(name, {}).get(f"{short}_{flavour}")
        return found and f"{arena(found['head'], found['tail'])} [{found['least']:,}]"

    lines += table("Arena, bytes: head + tail; in brackets the object beside it, for TFLM the least arena that works",
                   ["model", "Micro", "Static", *both],
                   [[name, *[f"{arena(m[k]['head'], m[k]['tail'])} [{m[k]['object']}]" for k in ("micro-Os", "static-Os")],
                     their_arena(name, "ref"), their_arena(name, "cmsis")] for name, m in models.items()])  # fmt: skip
    lines += table("Stack, bytes: set-up / invoke", ["model", "Micro -O2", "Static -O2", "Micro -Os", "Static -Os", *both], [
        [name, *[f"{m[k]['setup_stack']} / {m[k]['invoke_stack']}" for k in ("micro-O2", "static-O2", "micro-Os", "static-Os")],
         *[f and f"{f['setup']} / {f['invoke']}" for f in (theirs("stack", name, "ref"), theirs("stack", name, "cmsis"))]]
        for name, m in models.items()])  # fmt: skip
    lines += table("Flash over an empty firmware, bytes, without the model",
                   ["model", "Micro -Os", "Static -Os", "Micro -O2", "Static -O2", "TFLM -Os", "TFLM+CMSIS-NN -Os"], [
        [name, *[m[k]["flash"] for k in ("micro-Os", "static-Os", "micro-O2", "static-O2")],
         theirs("flash", name, "ref"), theirs("flash", name, "cmsis")] for name, m in models.items()])  # fmt: skip
    return lines


def fixed_cost_table(results):
    lines = ["", "## Fixed cost: instructions per operator beside its kernel", "",
             "What an operator without work of its own (`chain_ops.hpp`) adds to an invoke: fetching the step, telling its op",
             "from seven others, looking up one input and one output; and its load, addition of two numbers and store, five",
             "instructions. TFLM takes about 210."]  # fmt: skip
    kinds = ["micro-O2", "static-O2", "micro-Os", "static-Os"]
    rows = [[board, *[f"{found['fixed_cost'][kind]:.0f}" for kind in kinds]] for board, found in results.items()]
    return lines + table("", ["board", "Micro -O2", "Static -O2", "Micro -Os", "Static -Os"], rows)[2:]


def recomputed_table(results):
    rows = []
    for board, found in results.items():
        for kind, recomputed in found.get("recomputed", {}).items():
            stored = found["models"]["person_detect"][kind]
            name = f"{board} {kind[0].upper()}{kind[1:].replace('-', ' -')}"
            rows.append([name, *[f"{stored[key]:,} / {recomputed[key]:,}" for key in ("tail", "head", "invoke", "setup", "flash")]])
    if not rows:
        return []
    lines = ["", "## person_detect with recomputed multipliers", "",
             "`Config::Multipliers`: stored, the default, / recomputed. Tail, head and flash in bytes, invoke and set-up in",
             "instructions."]  # fmt: skip
    return lines + table("", ["firmware", "tail", "head", "invoke", "set-up", "flash"], rows)[2:]


def verifier_table(results):
    rows = []
    for board, found in results.items():
        for kind, theirs in found["flatbuffers"].items():
            name, optimisation = kind[:-3], kind[-3:]
            ours = found["models"][name]["micro" + optimisation]
            costs = [f"{r['setup_verified'] - r['setup']:,} / {r['verifier_flash']:,}" for r in (ours, theirs)]
            rows.append([f"{board} {name} {optimisation}", *costs])
    lines = ["", "## Verifying a model's bytes", "",
             "What `load(model)` takes over `load(mote::trusted(model))`: instructions / bytes of flash. mote's own verifier",
             "is the default, `-DMOTE_FLATBUFFERS=1` takes that of the FlatBuffers library; both accept the same files."]  # fmt: skip
    return lines + table("", ["firmware", "mote's own", "FlatBuffers'"], rows)[2:]


OPERATOR_TABLE_FROM = 1000000  # instructions of a model


def operator_tables(results):
    """The larger models' operators on each board."""
    boards = [board for board in ("mps2_an386", "mps3_an547") if board in results] or list(results)
    lines = ["", "## Instructions per operator, Micro -O2", "",
             "Of models that take a million or more, each by `step()`; MAC as `mote inspect` counts them. results.json has all."]  # fmt: skip
    for name in results[boards[0]]["models"]:
        found = [results[board]["models"][name]["micro-O2"] for board in boards]
        if found[0]["invoke"] < OPERATOR_TABLE_FROM:
            continue
        rows = []
        for i, steps in enumerate(zip(*[f["operators"] for f in found])):
            operator, _, macs = steps[0]
            per_mac = [f"{count / macs:.2f}" if macs else None for _, count, _ in steps]
            counts = [cell for (_, count, _), ratio in zip(steps, per_mac) for cell in (count, ratio)]
            rows.append([f"{i} {operator}", macs or None, *counts])
        lines += table(name, ["operator", "MAC", *[cell for board in boards for cell in (board, "per MAC")]], rows)
    return lines


def is_close(got, expected):
    return len(got) == len(expected) and all(abs(a - b) <= 1e-6 + 1e-5 * abs(b) for a, b in zip(got, expected))


def compare_outputs(results, models, tflm):
    """Lines that say where outputs are not TFLM's: integers to the bit, floats nearly, since their sums have no set order."""
    lines = []
    for board, found in results.items():
        all_kinds = dict(found["models"])
        if "recomputed" in found:
            all_kinds["person_detect"] = {**found["models"]["person_detect"],
                                          **{f"{kind} recomputed": r for kind, r in found["recomputed"].items()}}  # fmt: skip
        for name, kinds in all_kinds.items():
            expected = tflm["crc"].get(name, {}).get(f"{BOARDS.get(board, 'm4')}_ref")
            for kind, result in kinds.items():
                if result["floats"]:
                    bytes_ = (models[name].parent / "g.inv0.out0.bin").read_bytes()
                    same = is_close(result["floats"], [value for (value,) in struct.iter_unpack("<f", bytes_)])
                else:
                    same = expected in (None, result["crc"])
                if not same:
                    lines.append(f"{board} {name} {kind}: the output differs, CRC-32 {result['crc']}, TFLM's {expected}")
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", type=Path, help="folder with NAME/model.tflite")
    parser.add_argument("--board", action="append", help="of tests/bare_metal/cross; default: " + ", ".join(BOARDS))
    parser.add_argument("--model", action="append", choices=MODELS, help="default: all that there are")
    parser.add_argument("--flag", action="append", default=[], help="one more argument for the compiler, as --flag=-D...")
    parser.add_argument("--build", type=Path, default=ROOT / "build" / "bare_metal_bench")
    parser.add_argument("--output", type=Path, default=HERE / "results", help="without .json, .md")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()

    names = options.model or list(MODELS)
    models = {name: options.models / MODELS[name] / "model.tflite" for name in names}
    models = {name: path for name, path in models.items() if path.exists()}
    tflm = json.loads((HERE / "tflm.json").read_text())
    results = {}
    for name in options.board or BOARDS:
        results[name] = measure_board(Board(name), models, options.build / name, options.flag, options.jobs)

    differences = compare_outputs(results, models, tflm)
    lines = ["# Models on emulated boards", "",
             "Written by `benchmarks/bare_metal/run.py`. " + tflm["about"], "",
             *(differences or ["Every output is TFLM's: integers to the bit (CRC-32), floats within 1e-5."])]  # fmt: skip
    for board, found in results.items():
        lines += board_tables(board, BOARDS.get(board), found["models"], tflm)
    lines += verifier_table(results)
    lines += fixed_cost_table(results)
    lines += recomputed_table(results)
    lines += operator_tables(results)
    Path(f"{options.output}.json").write_text(json.dumps(results, indent=1) + "\n")
    Path(f"{options.output}.md").write_text("\n".join(lines) + "\n")
    print("\n".join(differences))
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()
