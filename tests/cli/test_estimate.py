#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The host tool's estimate of what targets take for a model, against the measurements that it is made of. tool.py has the
arguments."""
import csv
import json
import sys

from tool import CORPUS, EXAMPLES, MODELS, SOURCE, Case, elements, main

CLI = SOURCE / "examples/cli"
RESULTS = SOURCE / "benchmarks/bare_metal/results.json"
TABLE = CLI / "benchmarked_operators.csv"
sys.path.insert(0, str(CLI))
import estimate_table  # noqa: E402

HELLO = EXAMPLES / "hello_world/hello_world_int8.tflite"
FOLDERS = {"micro_speech": "micro_speech_quantized", "kws_ref": "kws_ref_model", "resnet_quant": "pretrainedResnet_quant"}


class Fit(Case):
    def test_solves(self):
        """Exact data gives the coefficients that made it; what would be negative is left out."""
        samples = [([1, x, y], 5 + 2 * x + 3 * y, 1) for x, y in ((1, 1), (2, 1), (1, 5), (7, 2))]
        for got, expected in zip(estimate_table.fit(samples), (5, 2, 3)):
            self.assertAlmostEqual(got, expected, 6)
        falling = [([1, x], 10 - x, 1) for x in (1, 2, 3)]
        self.assertEqual(estimate_table.fit(falling)[1], 0)
        self.assertAlmostEqual(estimate_table.fit(falling)[0], 8)
        same = [([1, 1], 6, 1), ([1, 1], 8, 1)]  # one column says what the other says
        self.assertAlmostEqual(sum(estimate_table.fit(same)), 7)
        self.assertEqual(estimate_table.fit([([0, 0], 3, 1)]), [0, 0])


class Table(Case):
    def test_has_all_results(self):
        """Every measured model counts: none has other operators than the table of their elements."""
        results = json.loads(RESULTS.read_text())
        operators, skipped = estimate_table.read_operators(TABLE, results)
        self.assertEqual(skipped, [])
        self.assertEqual(self.json("inspect", HELLO)["estimate"]["measured_models"], len(operators))
        changed = json.loads(json.dumps(results))
        for board in changed.values():
            board["models"]["person_detect"]["micro-O2"]["operators"].pop()
            board["models"]["new"] = board["models"]["ad01_int8"]
        self.assertEqual(estimate_table.read_operators(TABLE, changed)[1], ["new", "person_detect"])

    def test_elements(self):
        """The table says what the models say."""
        if not MODELS.is_dir():
            self.skipTest(f"no {MODELS}")
        models = {}
        with TABLE.open(newline="") as lines:
            for row in csv.DictReader(lines):
                models.setdefault(row.pop("model"), []).append(row)
        for model, rows in models.items():
            found = []
            for op in self.json("inspect", MODELS / FOLDERS.get(model, model) / "model.tflite")["operators"]:
                weights = op["inputs"][1]["type"] if op["multiply_accumulates"] else ""
                found.append({"operator": op["name"], "type": op["inputs"][0]["type"], "weights": weights,
                              "inputs": str(elements(op["inputs"][0]["shape"])), "outputs": str(elements(op["outputs"][0]["shape"]))})
            self.assertEqual(found, rows, model)


class Estimate(Case):
    def close(self, got, measured, share, what):
        self.assertLess(abs(got - measured), share * measured + 100, f"{what}: {got}, measured {measured}")

    def check(self, model, name, results):
        found = self.json("inspect", model)["estimate"]
        self.assertEqual(found["operators_not_measured"], [])
        self.assertEqual([target["board"] for target in found["targets"]], list(results))
        for target in found["targets"]:
            measured = results[target["board"]]["models"][name]
            for optimisation in ("O2", "Os"):
                what = f"{name} {target['target']} {optimisation}"
                micro, static = measured["micro-" + optimisation], measured["static-" + optimisation]
                self.close(target["instructions"][optimisation], micro["invoke"], 0.25, what)
                self.close(target["micro_interpreter_code_bytes"][optimisation], micro["flash"], 0.1, what)
                self.close(target["static_interpreter_code_bytes"][optimisation], static["flash"], 0.1, what)

    def test_measured_models(self):
        results = json.loads(RESULTS.read_text())
        for name in ("hello_world_int8", "hello_world_float"):
            self.check(EXAMPLES / "hello_world" / f"{name}.tflite", name, results)
        if MODELS.is_dir():
            for name in next(iter(results.values()))["models"]:
                self.check(MODELS / FOLDERS.get(name, name) / "model.tflite", name, results)

    def test_text(self):
        text = self.mote("inspect", HELLO).stdout
        self.assertIn("results.json", text)
        for target in self.json("inspect", HELLO)["estimate"]["targets"]:
            line = next(line for line in text.splitlines() if line.startswith(target["target"]))
            numbers = [int(word.replace(",", "")) for word in line.split()[1:]]
            exact = [target[key][o] for key in ("instructions", "micro_interpreter_code_bytes", "static_interpreter_code_bytes")
                     for o in ("O2", "Os")]
            for number, value in zip(numbers, exact):
                self.assertLessEqual(abs(number - value), 0.005 * value + 0.5)

    def test_not_measured(self):
        """What no measured model has is named, and adds nothing."""
        model = next(iter(sorted(CORPUS.glob("logistic__int16*.tflite"))))
        found = self.json("inspect", model)["estimate"]
        self.assertEqual(found["operators_not_measured"], [0])
        self.assertEqual({value for target in found["targets"] for value in target["instructions"].values()}, {0})
        self.assertIn("no measured model has them: operator 0 LOGISTIC int16\n", self.mote("inspect", model).stdout)
        model = next(iter(sorted(CORPUS.glob("conv_2d__int8w4*.tflite"))))
        self.assertIn("0 CONV_2D int8 with int4 weights\n", self.mote("inspect", model).stdout)


if __name__ == "__main__":
    if not MODELS.is_dir():
        print(f"skipped in part: no {MODELS}")
    main()
