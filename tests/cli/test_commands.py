#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the host tool says and does: arguments, exit statuses, files. On small models; tool.py has the arguments."""
import json
import re
import subprocess
import sys
import unittest
import xml.dom.minidom
from pathlib import Path

from tool import BUILD, CORPUS, EXAMPLES, MALFORMED, MOTE, SOURCE, Case, Xorshift, elements, main

sys.path.insert(0, str(SOURCE / "tests/standing"))
from build_command import syntax_check

HELLO = EXAMPLES / "hello_world/hello_world_int8.tflite"
HELLO_FLOAT = EXAMPLES / "hello_world/hello_world_float.tflite"
COMMANDS = ["run", "verify", "inspect", "plan", "embed", "bench"]


def best_isa(help_text):
    """The best of the build's instruction sets that this CPU has, as Linux says."""
    features = set(Path("/proc/cpuinfo").read_text().split())
    needs = {"scalar": set(), "x86_avx2": {"avx2", "fma"}, "x86_avx512_vnni": {"avx512_vnni", "avx512bw", "avx512vl", "avx512dq"},
             "neon": set(), "neon_dotprod": {"asimddp"}}
    return [isa for isa in needs if isa in help_text and needs[isa] <= features][-1]


class Usage(Case):
    def test_help(self):
        self.assertIn("inspect", self.mote("--help").stdout)
        self.assertIn("mote", self.mote("--version").stdout)
        for command in COMMANDS:
            self.assertIn("--json", self.mote(command, "--help").stdout)

    def test_wrong_arguments(self):
        self.refusal(status=2)
        self.refusal("fly", status=2)
        for command in COMMANDS:
            self.refusal(command, status=2)
            self.refusal(command, HELLO, "--no-such-option", status=2)
        for arguments in (["--invokes", "0"], ["--invokes", "x"], ["--seed", "-1"], ["--arena", "-1"], ["--output"]):
            self.refusal("run", HELLO, *arguments, status=2)
        self.refusal("bench", HELLO, "--repeat", "0", status=2)

    def test_files(self):
        missing = self.folder / "missing.tflite"
        for command in COMMANDS:
            self.assertIn(str(missing), self.refusal(command, missing, status=2))
        for command in ["run", "inspect", "plan", "embed", "bench"]:
            self.assertIn(str(self.folder), self.refusal(command, self.folder, status=2))
        nowhere = self.folder / "no/where"
        for command, option in [("run", "--output"), ("run", "--dump"), ("plan", "--svg"), ("embed", "--output")]:
            self.assertIn(str(nowhere), self.refusal(command, HELLO, option, nowhere, status=2))
        self.assertIn(str(nowhere), self.refusal("run", HELLO, "--input", nowhere, status=2))

    def test_suggestions(self):
        for word, meant in [("rnu", "run"), ("insepct", "inspect"), ("benchmark", "bench"), ("Verify", "verify")]:
            self.assertRegex(self.refusal(word, HELLO, status=2), rf"no sub-command {word};.* did you mean {meant}\?$")
        self.assertNotIn("did you mean", self.refusal("qqqqqq", status=2))
        for command, word, meant in [("run", "--inptu", "--input"), ("bench", "--reapet=3", "--repeat"), ("plan", "--svgg", "--svg"),
                                     ("embed", "--froce", "--force"), ("inspect", "--jsn", "--json")]:
            for arguments in ([command, HELLO, word], [command, word, HELLO], [command, word]):
                self.assertIn(f"no option {word.split('=')[0]}; did you mean {meant}?", self.refusal(*arguments, status=2))
        self.assertIn("did you mean scalar?", self.refusal("run", HELLO, "--isa", "scaler", status=2))
        self.assertIn("did you mean float_scale?", self.refusal("run", HELLO, "--numerics", "float", status=2))

    def test_errors_as_json(self):
        """One object on stdout and one line on stderr, whatever went wrong."""
        bad = self.write("bad.tflite", "?")
        lacking = MALFORMED / "builtin_code_250.tflite"
        for status, *arguments in [(2, "run"), (2, "run", "none"), (2, "fly"), (1, "run", bad), (1, "inspect", bad), (1, "plan", bad),
                                   (1, "embed", bad, "--output", self.folder / "x.h"), (1, "bench", lacking), (1, "plan", lacking)]:
            run = self.mote(*arguments, "--json", status=status)
            self.assertEqual(f"mote: {json.loads(run.stdout)['error']}\n", run.stderr)
        for command, *options in [["inspect"], ["embed", "--force", "--output", self.folder / "x.h"]]:
            run = self.mote(command, lacking, *options, "--json", status=1)
            self.assertEqual(json.loads(run.stdout)["model"], str(lacking))
            self.assertEqual(run.stderr.count("\n"), 1)

    def test_isa(self):
        for command in ["run", "verify", "bench"]:
            line = self.refusal(command, HELLO, "--isa", "abacus", status=2)
            self.assertIn("scalar", line)
            self.assertIn("native", line)
            self.assertEqual(self.json(command, HELLO, "--isa", "scalar")["isa"], "scalar")

    @unittest.skipUnless(Path("/proc/cpuinfo").exists(), "no /proc/cpuinfo")
    def test_best_isa(self):
        best = best_isa(self.mote("run", "--help").stdout)
        for command in ["run", "verify", "bench"]:
            self.assertEqual(self.json(command, HELLO)["isa"], best)
            self.assertEqual(self.json(command, HELLO, "--isa", "native")["isa"], best)
        self.assertIn(f" on {best}", self.mote("bench", HELLO, "--repeat", 1).stdout)

    def test_standard_input(self):
        data = HELLO.read_bytes()
        for command in COMMANDS:
            run = subprocess.run([MOTE, command, "-"], input=data, capture_output=True)
            self.assertEqual((run.returncode, run.stderr), (0, b""), command)
        self.assertIn(b"unsigned char model[]", subprocess.run([MOTE, "embed", "-"], input=data, capture_output=True).stdout)
        run = subprocess.run([MOTE, "run", "-", "--input", "-"], input=data, capture_output=True, text=False)
        self.assertEqual(run.returncode, 2)
        self.assertIn(b"only once", run.stderr)
        run = subprocess.run([MOTE, "plan", "-"], input=b"?", capture_output=True)
        self.assertEqual(run.returncode, 1)
        self.assertTrue(run.stderr.startswith(b"mote: standard input: "), run.stderr)


class Run(Case):
    def outputs(self, model, *arguments):
        """Bytes of output 0 of every invoke."""
        prefix = self.folder / "run"
        self.mote("run", model, "--output", prefix, *arguments)
        found = sorted(self.folder.glob("run.inv*.out0.bin"), key=lambda p: int(p.name.split(".")[1][3:]))
        data = [path.read_bytes() for path in found]
        for path in found:
            path.unlink()
        return data

    def test_random_inputs(self):
        for model, seed in [(HELLO, 1), (HELLO, 77), (HELLO_FLOAT, 0), (HELLO_FLOAT, 4294967295)]:
            tensor = self.json("run", model)["inputs"][0]
            stream = Xorshift(seed)
            slices = [stream.tensor(tensor["type"], elements(tensor["shape"])) for _ in range(5)]
            random = self.outputs(model, "--seed", seed, "--invokes", 5)
            self.assertEqual(len(random), 5)
            together = self.write("all.bin", b"".join(slices))
            self.assertEqual(self.outputs(model, "--input", together, "--invokes", 5), random)
            third = self.write("one.bin", slices[2])
            self.assertEqual(self.outputs(model, "--input", third, "--invokes", 2), [random[2], random[2]])

    def test_every_type_of_random_input(self):
        types = set()
        for model in CORPUS.glob("*.tflite"):
            if not re.match(r"(reshape|transpose|squeeze|pad|concatenation)__", model.name):
                continue
            found = self.json("run", model, "--dump", self.folder / "t", "--seed", 9)
            stream = Xorshift(9)
            for tensor in found["inputs"]:
                if tensor["type"] not in Xorshift.FORMATS:
                    break
                types.add(tensor["type"])
                expected = stream.tensor(tensor["type"], elements(tensor["shape"]))
                dumped = self.folder / f"t.sg0.t{tensor['tensor']}.bin"
                self.assertEqual(dumped.read_bytes(), expected, f"{model.name} {tensor}")
        self.assertLessEqual({"int8", "int16", "int32", "float32", "bool"}, types)

    def test_wrong_inputs(self):
        right = self.write("right", bytes(1))
        for data in (b"", bytes(2), bytes(3)):
            line = self.refusal("run", HELLO, "--input", self.write("wrong", data), "--invokes", 4, status=2)
            self.assertIn("wrong", line)
        self.assertEqual(self.mote("run", HELLO, "--input", right).returncode, 0)
        self.refusal("run", HELLO, "--input", right, "--input", right, status=2)
        model = next(m for m in sorted(CORPUS.glob("sub__int8*.tflite")) if len(self.json("run", m)["inputs"]) == 2)
        sizes = [tensor["bytes"] for tensor in self.json("run", model)["inputs"]]
        files = [self.write(f"input{i}", bytes(size)) for i, size in enumerate(sizes)]
        self.mote("run", model, "--input", files[0], "--input", files[1])
        self.refusal("run", model, "--input", files[0], status=2)

    def test_arena(self):
        arena = self.json("run", HELLO)["arena"]
        need = arena["bytes"]
        self.assertEqual(need, max(arena["head"] + arena["tail"], arena["preparation"]))
        self.mote("run", HELLO, "--arena", need)
        self.mote("run", HELLO, "--arena", need + 1000)
        for less in (need - 8, 64, 1, 0):
            line = self.refusal("run", HELLO, "--arena", less)
            self.assertIn(f"{need} bytes needed, {less} available", line)
            self.assertIn(str(HELLO), line)
        self.assertIn(f"{need} bytes needed (head {arena['head']}, tail {arena['tail']}", self.mote("run", HELLO).stdout)

    def test_described_tensors(self):
        found = self.json("run", HELLO)
        value = Xorshift().tensor("int8", 1)
        tensor = found["inputs"][0]
        self.assertEqual((tensor["type"], tensor["shape"], tensor["bytes"]), ("int8", [1, 1], 1))
        self.assertEqual(tensor["first_values"], [int.from_bytes(value, "little", signed=True)])
        same = self.json("inspect", HELLO)["operators"][0]["inputs"][0]
        self.assertEqual(tensor["quantization"], same["quantization"])
        self.assertGreater(tensor["quantization"]["scale"], 0)
        self.assertEqual(tensor["quantization"]["zero_point"], -128)
        output = self.outputs(HELLO)[0]
        self.assertEqual(found["outputs"][0]["first_values"], [int.from_bytes(output, "little", signed=True)])

    def test_dump_has_state(self):
        model = next(iter(sorted(CORPUS.glob("svdf__int8*.tflite"))))
        described = self.json("run", model, "--dump", self.folder / "t", "--output", self.folder / "o")
        operands = self.json("inspect", model)["operators"][0]
        for tensor in operands["inputs"] + operands["outputs"]:
            path = self.folder / f"t.sg0.t{tensor['tensor']}.bin" if tensor else None
            if tensor and not tensor["constant"]:
                self.assertEqual(path.stat().st_size, tensor["bytes"])
            elif tensor:
                self.assertFalse(path.exists())
        self.assertTrue(any(tensor and tensor["variable"] for tensor in operands["inputs"]))
        output = described["outputs"][0]["tensor"]
        self.assertEqual((self.folder / f"t.sg0.t{output}.bin").read_bytes(), (self.folder / "o.inv0.out0.bin").read_bytes())


class Verify(Case):
    def verify(self, *arguments):
        """What failed and was not for lack of an op, by the file's name."""
        run = subprocess.run([MOTE, "verify", *arguments, "--json"], capture_output=True, text=True)
        found = json.loads(run.stdout)
        self.assertEqual(run.returncode, 1 if found["failed"] else 0)
        self.assertEqual(found["failed"], len(found["failures"]))
        self.assertEqual(found["passed"] + found["failed"], len(list(CORPUS.glob("*.tflite"))))
        self.assertEqual(found["skipped"], 0)
        refused = {case["file"] for case in found["failures"] if case["reason"].startswith("refused: ")}
        lacking = {file for file in refused if not self.has_all_ops(file)}
        return found, {case["file"]: case["reason"] for case in found["failures"] if case["file"] not in lacking}

    def has_all_ops(self, file):
        run = subprocess.run([MOTE, "inspect", file, "--json"], capture_output=True, text=True)
        return json.loads(run.stdout)["supported"]

    def test_corpus(self):
        for arguments in (["--isa", "native"], ["--isa", "scalar"], ["--preserve-all"], ["--numerics", "reference"]):
            found, wrong = self.verify(CORPUS, *arguments)
            self.assertEqual(wrong, {}, arguments)
            self.assertGreater(found["passed"], 600)

    def test_numerics(self):
        """The vectors are the reference's: other roundings miss some of them, by one."""
        for numerics in ("single_rounding", "float_scale"):
            found, wrong = self.verify(CORPUS, "--numerics", numerics)
            self.assertEqual((found["isa"], found["numerics"]), ("scalar", numerics))
            self.assertGreater(found["passed"], 500)
            self.assertGreater(len(wrong), 10)
            kept = self.verify(CORPUS, "--numerics", numerics, "--preserve-all")[1]
            self.assertEqual(kept, wrong)
            for file, reason in wrong.items():
                if re.match(r"(conv_2d|fully_connected)__int8", Path(file).name):
                    got, expected = map(int, re.search(r"got (-?\d+), expected (-?\d+)", reason).groups())
                    self.assertEqual(abs(got - expected), 1, f"{file}: {reason}")
        self.refusal("verify", CORPUS, "--numerics", "guessed", status=2)
        for isa in re.findall(r"x86_\w+|neon\w*", self.mote("run", "--help").stdout):
            self.assertIn("scalar only", self.refusal("run", HELLO, "--numerics", "float_scale", "--isa", isa, status=2))

    def test_difference(self):
        """A byte that is changed is found: in a vector or in the model."""
        good = next(iter(sorted(CORPUS.glob("reshape__int8*.tflite")))).read_bytes()
        self.mote("verify", self.write("good.tflite", good))
        said = set()
        for at in range(len(good) - 1, 64, -3):
            bad = self.write("bad.tflite", good[:at] + bytes([good[at] ^ 1]) + good[at + 1:])
            run = subprocess.run([MOTE, "verify", bad], capture_output=True, text=True)
            self.assertIn(run.returncode, (0, 1))
            if run.returncode == 1:
                said.add(re.sub(r"-?\d+", "N", run.stdout.splitlines()[0].split("bad.tflite")[1]))
        self.assertIn(": invoke N output N element N: got N, expected N", said)

    def test_paths(self):
        good = next(iter(sorted(CORPUS.glob("reshape__int8*.tflite"))))
        (self.folder / "deep/er").mkdir(parents=True)
        self.write("deep/er/a.tflite", good.read_bytes())
        self.write("deep/not_a_model.txt", b"?")
        self.assertEqual(self.mote("verify", self.folder, good).stdout, "2 passed, 0 failed\n")
        self.write("deep/broken.tflite", b"?")
        lines = self.mote("verify", self.folder, status=1).stdout.splitlines()
        self.assertEqual(lines[1], "1 passed, 1 failed")
        self.assertRegex(lines[0], r"broken\.tflite: refused: ")

    def test_skipped(self):
        good = next(iter(sorted(CORPUS.glob("reshape__int8*.tflite"))))
        self.assertEqual(self.mote("verify", HELLO).stdout, "0 passed, 0 failed, 1 skipped\n")
        self.assertEqual(self.mote("verify", HELLO, good, HELLO_FLOAT).stdout, "1 passed, 0 failed, 2 skipped\n")
        broken = self.write("broken.tflite", "?")
        self.assertTrue(self.mote("verify", HELLO, broken, status=1).stdout.endswith("\n0 passed, 1 failed, 1 skipped\n"))
        self.assertEqual(self.json("verify", HELLO, good)["skipped"], 1)


class Malformed(Case):
    def test_refused(self):
        files = sorted(MALFORMED.glob("*.tflite"))
        self.assertGreater(len(files), 150)
        for file in files:
            for command in ["run", "plan", "bench"]:
                self.assertIn(str(file), self.refusal(command, file))
            self.assertIn("refused: ", self.mote("verify", file, status=1).stdout)

    def test_described(self):
        for file in sorted(MALFORMED.glob("*.tflite")) + sorted((MALFORMED / "seeds").glob("*.tflite")):
            for arguments in (["inspect", file], ["inspect", file, "--json"], ["embed", file]):
                run = subprocess.run([MOTE, *arguments], capture_output=True, text=True)
                self.assertIn(run.returncode, (0, 1), f"{arguments} {run.stderr}")
                self.assertEqual(run.stderr.count("\n"), run.returncode, f"{arguments} {run.stderr}")

    def test_place(self):
        line = self.refusal("run", MALFORMED / "conv_stride_0.tflite")
        self.assertRegex(line, r"conv_stride_0\.tflite: operator \d+ CONV_2D: ")
        self.assertRegex(self.refusal("run", MALFORMED / "scale_nan_output.tflite"), r"operator \d+ \w+, tensor \d+: ")


class Inspect(Case):
    def test_operators(self):
        model = next(iter(sorted(CORPUS.glob("conv_2d__int8w4*.tflite"))))
        found = self.json("inspect", model)
        conv = found["operators"][0]
        self.assertEqual((conv["index"], conv["name"], conv["supported"]), (0, "CONV_2D", True))
        output, filter_shape = conv["outputs"][0]["shape"], conv["inputs"][1]["shape"]
        self.assertEqual(conv["multiply_accumulates"], elements(output) * elements(filter_shape[1:]))
        self.assertEqual(found["multiply_accumulates"], conv["multiply_accumulates"])
        self.assertEqual(conv["inputs"][1]["type"], "int4")
        self.assertTrue(conv["inputs"][1]["constant"])
        self.assertEqual(found["ops"], ["mote::ops::Conv2D<mote::int4>"])
        text = self.mote("inspect", model).stdout
        self.assertIn("operator 0  CONV_2D  version", text)
        self.assertIn("mote::OpSet<mote::ops::Conv2D<mote::int4>>", text)
        run = self.json("run", model, "--isa", "scalar")["arena"]
        self.assertEqual(found["micro_interpreter"], {"arena_bytes": run["bytes"], "head": run["head"], "tail": run["tail"]})
        self.assertEqual(found["kernels"], "portable")
        self.assertIn(f"arena of MicroInterpreter with portable kernels: {run['bytes']} bytes", text)
        self.assertIn(found["cpp"], text)
        self.assertTrue(found["cpp"].endswith(f"\n{found['interpreter']} interpreter;\n"))

    def test_multiply_accumulates(self):
        """Counted anew from the shapes that inspect tells."""
        count = {
            "CONV_2D": lambda i, o: elements(o) * elements(i[1][1:]),
            "DEPTHWISE_CONV_2D": lambda i, o: elements(o) * i[1][1] * i[1][2],
            "FULLY_CONNECTED": lambda i, o: elements(o) * i[1][-1],
            "TRANSPOSE_CONV": lambda i, o: elements(i[2]) * elements(i[1][:3]),
            "SVDF": lambda i, o: o[0] * elements(i[1]) + o[0] * elements(i[2]),
        }
        seen = set()
        for model in sorted(CORPUS.glob("*.tflite")):
            name = model.name.split("__")[0]
            if name.upper() not in count or name in seen:
                continue
            seen.add(name)
            operator = self.json("inspect", model)["operators"][0]
            inputs = [tensor and tensor["shape"] for tensor in operator["inputs"]]
            expected = count[operator["name"]](inputs, operator["outputs"][0]["shape"])
            self.assertEqual(operator["multiply_accumulates"], expected, model.name)
        self.assertEqual(len(seen), len(count))

    def test_unsupported(self):
        model = MALFORMED / "builtin_code_250.tflite"
        run = self.mote("inspect", model, status=1)
        self.assertIn("builtin operator 250", run.stdout)
        self.assertIn("not supported: mote has no operator of this code", run.stdout)
        self.assertRegex(run.stdout, r"supported: \d+ of \d+ operators")
        self.assertRegex(run.stderr, rf"\Amote: {re.escape(str(model))}: operator \d+.*\n\Z")
        self.assertFalse(self.json("inspect", model, status=1)["supported"])
        run = self.mote("inspect", MALFORMED / "conv_stride_0.tflite", status=1)
        self.assertIn("CONV_2D", run.stdout)
        self.assertRegex(run.stderr, r"conv_stride_0\.tflite: operator \d+ CONV_2D")
        run = self.mote("inspect", MALFORMED / "scale_nan_output.tflite", status=1)
        self.assertRegex(run.stderr, r"operator \d+ \w+, tensor \d+: ")


class Plan(Case):
    def models(self):
        some = [HELLO, *sorted(CORPUS.glob("graph__*.tflite"))[::7], *sorted(CORPUS.glob("svdf__*.tflite"))[:2]]
        return [model for model in some if subprocess.run([MOTE, "run", model], capture_output=True).returncode == 0]

    def test_blocks(self):
        for model in self.models():
            plan, arena = self.json("plan", model), self.json("run", model, "--isa", "scalar")["arena"]
            blocks = [block for block in plan["blocks"] if block["kind"] == "head"]
            self.assertEqual(plan["head"], arena["head"], model)
            ends = [max((b["offset"] + b["bytes"] for b in blocks if b["first"] <= step <= b["last"]), default=0)
                    for step in range(plan["steps"] + 1)]
            steps = [step for step, end in enumerate(ends) if end == max(ends)] if max(ends) else []
            self.assertEqual(plan["peak"], {"bytes": max(ends), "steps": steps}, model)
            self.assertEqual((max(b["offset"] + b["bytes"] for b in blocks) + 7) // 8 * 8, plan["head"], model)
            for i, a in enumerate(blocks):
                self.assertLessEqual(a["first"], a["last"])
                for b in blocks[:i]:
                    lives = a["first"] <= b["last"] and b["first"] <= a["last"]
                    apart = a["offset"] + a["bytes"] <= b["offset"] or b["offset"] + b["bytes"] <= a["offset"]
                    permitted = a["shares"] == b["tensor"] and a["first"] == b["last"]
                    self.assertTrue(not lives or apart or permitted, f"{model}: {a} {b}")
            bound = max(sum(b["bytes"] for b in blocks if b["first"] <= step <= b["last"]) for step in range(plan["steps"] + 1))
            self.assertEqual(plan["lower_bound"], bound)
            text = self.mote("plan", model).stdout
            self.assertIn(f"head: {plan['head']} bytes; lower bound without overlaps: {bound}\n", text)
            for block in plan["blocks"]:
                self.assertRegex(text, r"scratch|state" if block["tensor"] is None else rf"tensor {block['tensor']}\b")

    def test_picture(self):
        for model in self.models()[:5]:
            picture = self.folder / "plan.svg"
            plan = self.json("plan", model, "--svg", picture)
            blocks = [block for block in plan["blocks"] if block["kind"] == "head"]
            drawing = xml.dom.minidom.parse(str(picture))
            drawn = drawing.getElementsByTagName("rect")
            self.assertEqual(len(drawn) - 1, len(blocks))
            titles = [title.firstChild.data for title in drawing.getElementsByTagName("title")]
            self.assertEqual(len(titles), len(blocks))
            for title, block in zip(titles, blocks):
                self.assertIn("scratch" if block["tensor"] is None else f"tensor {block['tensor']}", title)
                self.assertIn(f"{block['bytes']:,} bytes, from {block['offset']:,} to {block['offset'] + block['bytes']:,}; lives from step ", title)
            texts = [text.firstChild.data for text in drawing.getElementsByTagName("text")]
            self.assertIn(f"{plan['head']:,}", texts)
            self.assertEqual(sum(f"peak: {plan['peak']['bytes']:,} bytes at step" in text for text in texts), 1)
            bands = [path for path in drawing.getElementsByTagName("path") if path.getAttribute("class") == "peak"]
            self.assertEqual(len(bands), len(plan["peak"]["steps"]))
            axis = [int(text.replace(",", "")) for text in texts if re.fullmatch(r"[\d,]+", text)]
            self.assertLessEqual(max(axis), plan["head"])

    def test_names_in_picture(self):
        picture = self.folder / "plan.svg"
        self.mote("plan", EXAMPLES / "digits/digits_int8.tflite", "--svg", picture)
        self.assertIn("<title>tensor 0 &quot;serving_default_image:0&quot;: 64 bytes, from ", picture.read_text())


class Embed(Case):
    def header(self, model, *arguments):
        return self.mote("embed", model, *arguments).stdout

    def test_bytes(self):
        data = bytes(range(256)) * 8
        model = self.write("net.tflite", HELLO.read_bytes() + data)
        text = self.header(model)
        listed = re.search(r"alignas\(16\) inline constexpr unsigned char net\[\] = \{([^}]*)\};", text)
        self.assertEqual(bytes(map(int, listed[1].strip().rstrip(",").split(","))), model.read_bytes())
        output = self.folder / "net.h"
        self.mote("embed", model, "--output", output)
        self.assertEqual(output.read_text(), text)
        self.assertNotIn("#include", text)
        found = self.json("embed", model, "--output", output)
        self.assertEqual((found["name"], found["bytes"]), ("net", model.stat().st_size))
        self.refusal("embed", model, "--json", status=2)

    def test_refused(self):
        for name in ("builtin_code_250", "conv_stride_0"):
            model, output = MALFORMED / f"{name}.tflite", self.folder / f"{name}.h"
            self.assertRegex(self.refusal("embed", model, "--output", output), rf"{name}\.tflite: operator \d+")
            self.assertFalse(output.exists())
            self.assertEqual(self.mote("embed", model, status=1).stdout, "")
            self.assertRegex(self.refusal("embed", model, "--output", output, "--force"), rf"{name}\.tflite: operator \d+")
            self.assertIn(f"unsigned char {name}[]", output.read_text())

    def test_names(self):
        for file, name in [("model", "model"), ("3-net", "model_3_net"), ("a b.c", "a_b_c"), ("class", "class_model"),
                           ("__", "model"), ("_x__y", "x_y"), ("\u00e9t\u00e9", "t")]:
            model = self.write(file + ".tflite", HELLO.read_bytes())
            self.assertIn(f"unsigned char {name}[]", self.header(model))
        self.assertIn("unsigned char mine[]", self.header(HELLO, "--name", "mine"))
        for name in ["1st", "a-b", "int", ""]:
            run = subprocess.run([MOTE, "embed", HELLO, "--name", name], capture_output=True)
            self.assertEqual(run.returncode, 0 if name == "" else 2)

    def test_compiles(self):
        self.mote("embed", HELLO, "--name", "one", "--output", self.folder / "one.h")
        self.mote("embed", HELLO_FLOAT, "--name", "two", "--output", self.folder / "two.h")
        source = self.write("use.cpp", '#include "one.h"\n#include "two.h"\n#include "one.h"\n'
                            f"static_assert(sizeof one == {HELLO.stat().st_size} && alignof(decltype(one)) == 1);\n"
                            'static_assert(one[4] == \'T\' && two[5] == \'F\');\n')
        check = subprocess.run(syntax_check(BUILD, source), cwd=BUILD, capture_output=True, text=True)
        self.assertEqual(check.returncode, 0, check.stderr)


class Bench(Case):
    def test_times(self):
        found = self.json("bench", HELLO, "--repeat", 7)
        self.assertEqual(found["invokes"], 7)
        self.assertGreater(found["microseconds"]["minimum"], 0)
        self.assertGreaterEqual(found["microseconds"]["median"], found["microseconds"]["minimum"])
        self.assertEqual(found["multiply_accumulates"], 288)
        self.assertIn("median", self.mote("bench", HELLO, "--repeat", 3).stdout)

    def test_profile(self):
        operators = self.json("bench", HELLO, "--repeat", 9, "--profile")["operators"]
        self.assertEqual([operator["multiply_accumulates"] for operator in operators], [16, 256, 16])
        self.assertAlmostEqual(sum(operator["share"] for operator in operators), 1, 2)
        self.assertEqual(self.mote("bench", HELLO, "--repeat", 3, "--profile").stdout.count("FULLY_CONNECTED"), 3)


if __name__ == "__main__":
    main()
