"""
From the network in training to what the app runs: an ONNX graph of fused operators, its weights in eight bits.

The graph is written node by node, with onnxruntime's own operators for attention, for a norm behind a sum and for
GELU behind a bias: a tracer writes ten small nodes for each of them, and the same network then takes half as long
again.
"""

from __future__ import annotations

import math
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from training.encoder.network import N_HEADS, QUERY, QUERY_HEADS, WIDTH, Encoder

MICROSOFT = "com.microsoft"
OPSETS = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
IR_VERSION = 8
EPSILON = 1e-12


class Graph:
    """Nodes and arrays of a graph that is being written."""

    def __init__(self) -> None:
        """Empty."""
        self.nodes: list[onnx.NodeProto] = []
        self.arrays: list[onnx.TensorProto] = []
        self.n = 0

    def array(self, value: torch.Tensor | np.ndarray) -> str:
        """A constant; its name."""
        value = value.detach().numpy() if isinstance(value, torch.Tensor) else value
        self.n += 1
        self.arrays.append(numpy_helper.from_array(np.ascontiguousarray(value), f"w{self.n}"))
        return f"w{self.n}"

    def add(self, kind: str, *inputs: str, domain: str = "", name: str = "", **options: object) -> str:
        """A node with one output; the output's name, `name` if given."""
        self.n += 1
        out = name or f"x{self.n}"
        self.nodes.append(helper.make_node(kind, list(inputs), [out], f"n{self.n}", domain=domain, **options))
        return out

    def linear(self, x: str, layer: nn.Linear, *, bias: bool = True, name: str = "") -> str:
        """`x` times the layer's weight, plus its bias."""
        out = self.add("MatMul", x, self.array(layer.weight.T), name="" if bias else name)
        return self.add("Add", out, self.array(layer.bias), name=name) if bias else out

    def norm(self, x: str, other: str, layer: nn.LayerNorm, bias: torch.Tensor) -> str:
        """The norm of `x + other + bias`."""
        arrays = [self.array(a) for a in (layer.weight, layer.bias, bias)]
        return self.add("SkipLayerNormalization", x, other, *arrays, domain=MICROSOFT, epsilon=EPSILON)

    def mean(self, x: str, mask: str) -> str:
        """The mean of the vectors (n, length, width) where `mask` (n, length) is 1."""
        two = self.array(np.array([2]))
        column = self.add("Unsqueeze", mask, two)
        total = self.add("ReduceSum", self.add("Mul", x, column), self.array(np.array([1])), keepdims=0)
        return self.add("Div", total, self.add("ReduceSum", mask, self.array(np.array([1])), keepdims=1))

    def save(self, path: Path, inputs: dict[str, tuple[int, list]], outputs: dict[str, list]) -> None:
        """Check and write: inputs as (element type, shape), outputs (float) as shapes."""
        graph = helper.make_graph(
            self.nodes,
            "encoder",
            [helper.make_tensor_value_info(name, kind, shape) for name, (kind, shape) in inputs.items()],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in outputs.items()],
            self.arrays,
        )
        model = helper.make_model(graph, opset_imports=OPSETS, ir_version=IR_VERSION, producer_name="dateline")
        onnx.save(model, str(path))


def export_names(net: Encoder, path: Path) -> None:
    """Write the network of names: scores of the tags (n, length, tags) of one pass."""
    net.eval()
    g = Graph()
    x, _ = write_body(g, net)
    told = g.add("Gather", g.array(net.names.told.weight), "hints")
    g.add("Add", g.linear(x, net.names.out), told, name="names")
    save_quantised(g, path, {"names": ["sentences", "pieces", net.names.out.out_features]})


def export_tone(net: Encoder, path: Path, toward: Path) -> None:
    """Write the network of tone: vectors (n, length, width), tones of the sentences (n,); and the head of targets."""
    net.eval()
    g = Graph()
    x, present = write_body(g, net)
    g.add("Identity", x, name="vectors")
    mean = g.mean(x, g.add("Cast", present, to=TensorProto.FLOAT))
    tone = g.linear(g.add("Tanh", g.linear(mean, net.sentence.wide)), net.sentence.out)
    g.add("Squeeze", g.add("Tanh", tone), g.array(np.array([1])), name="tones")
    save_quantised(g, path, {"vectors": ["sentences", "pieces", WIDTH], "tones": ["sentences"]})
    write_toward(net, toward)  # It is small, and in full precision one target's tone does not depend on the others'.


def save_quantised(g: Graph, path: Path, outputs: dict[str, list]) -> None:
    """Write a graph that reads sentences, its weights in eight bits."""
    rows = (TensorProto.INT64, ["sentences", "pieces"])
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder, "plain.onnx")
        g.save(plain, {"pieces": rows, "cases": rows, "hints": rows}, outputs)
        quantise(plain, path)


def write_body(g: Graph, net: Encoder) -> tuple[str, str]:
    """The layers; names of the vectors and of which pieces are no padding."""
    body = net.body
    present = g.add("Cast", g.add("Greater", "pieces", g.array(np.array(0))), to=TensorProto.INT32)
    length = g.add("Slice", g.add("Shape", "pieces"), *(g.array(np.array([at])) for at in (1, 2)))
    places = g.add(
        "Slice", g.array(body.places.weight + body.kind), g.array(np.array([0])), length, g.array(np.array([0]))
    )
    x = g.add("Add", g.add("Gather", g.array(body.pieces.weight), "pieces"), places)
    x = g.add("Add", x, g.add("Gather", g.array(body.case.weight), "cases"))
    hints = g.add("Gather", g.array(body.hint.weight), "hints")
    x = g.norm(x, hints, body.norm, torch.zeros(WIDTH))
    for layer in body.layers:
        weight = torch.cat([part.weight.T for part in (layer.query, layer.key, layer.value)], 1)
        bias = torch.cat([part.bias for part in (layer.query, layer.key, layer.value)])
        mixed = g.add(
            "Attention", x, g.array(weight), g.array(bias), present, domain=MICROSOFT, num_heads=N_HEADS
        )  # fmt: skip
        x = g.norm(g.linear(mixed, layer.out, bias=False), x, layer.norm1, layer.out.bias)
        wide = g.linear(x, layer.wide, bias=False)
        wide = g.add("BiasGelu", wide, g.array(layer.wide.bias), domain=MICROSOFT)
        x = g.norm(g.linear(wide, layer.narrow, bias=False), x, layer.norm2, layer.narrow.bias)
    return x, present


def write_toward(net: Encoder, path: Path) -> None:
    """The head of targets, as `network.TargetHead` computes it, for the targets of one sentence without padding."""
    g, head = Graph(), net.toward
    one, size = g.array(np.array([1])), QUERY // QUERY_HEADS
    every = g.add("Add", g.add("Mul", "target", g.array(np.float32(0))), g.array(np.float32(1)))
    here, mean = (
        g.add("MatMul", g.add("Div", marks, g.add("ReduceSum", marks, one, keepdims=1)), "vectors")
        for marks in ("target", every)
    )
    many = g.array(np.array([-1, QUERY_HEADS, size]))
    ask = g.add("Reshape", g.linear(here, head.ask), g.array(np.array([-1, QUERY_HEADS, 1, size])))
    key = g.add("Transpose", g.add("Reshape", g.linear("vectors", head.key), many), perm=[1, 2, 0])
    value = g.add("Transpose", g.add("Reshape", g.linear("vectors", head.value), many), perm=[1, 0, 2])
    scores = g.add("Mul", g.add("MatMul", ask, key), g.array(np.float32(1 / math.sqrt(size))))
    distance = g.add("Transpose", g.add("Gather", g.array(head.distance.weight), "steps"), perm=[0, 2, 1])
    scores = g.add("Add", scores, g.add("Unsqueeze", distance, g.array(np.array([2]))))
    answer = g.add("MatMul", g.add("Softmax", scores, axis=-1), value)
    answer = g.add("Reshape", answer, g.array(np.array([-1, QUERY])))
    seen = g.linear(g.add("Concat", here, mean, answer, axis=1), head.wide, bias=False)
    seen = g.add("BiasGelu", seen, g.array(head.wide.bias), domain=MICROSOFT)
    g.linear(seen, head.out, name="logits")
    rows = ["targets", "pieces"]
    g.save(
        path,
        {
            "vectors": (TensorProto.FLOAT, ["pieces", WIDTH]),
            "target": (TensorProto.FLOAT, rows),
            "steps": (TensorProto.INT64, rows),
        },
        {"logits": ["targets", 3]},
    )


def quantise(path: Path, target: Path) -> None:
    """
    Weights to eight bits, a scale for each column; what stands between them is rounded as it comes.

    Seven bits of the eight are used: processors without VNNI would overflow on the eighth without a word.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    options = {"DefaultTensorType": TensorProto.FLOAT}
    quantize_dynamic(
        str(path), str(target), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8, extra_options=options
    )
    print(f"{target.name}: {target.stat().st_size / 1e6:.1f} MB", flush=True)
