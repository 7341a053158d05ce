"""The network of the name tagger: two layers of bidirectional GRU and a linear-chain CRF, computed with numpy.

This is lac_small (Baidu's LAC, Apache 2.0), whose weights are in jieba's wheel. Import it late: it loads numpy.

Shapes: T characters of the longest text, B texts, 2 directions, H hidden units, K labels. Within a batch the texts are
sorted from long to short, so that at step t the first counts[t] of them go on; the backward direction reads each text
from its own end, so that both directions take a step together.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float32]
Indices: TypeAlias = NDArray[np.intp]

_EMBEDDED, _H, _K = 128, 128, 57
_CHARACTERS = 20941


class Network:
    """Labels characters, given as indices into the model's own list of characters."""

    def __init__(self, folder: Path) -> None:
        self._embedding = _weights(folder / "word_emb", _CHARACTERS, _EMBEDDED)
        self._layers = (_Layer(folder, 0, _EMBEDDED), _Layer(folder, 2, 2 * _H))
        self._out = _weights(folder / "fc_4.w_0", 2 * _H, _K)
        self._out_bias = _weights(folder / "fc_4.b_0", _K)
        crf = _weights(folder / "crfw", _K + 2, _K)
        self._first, self._last, self._step = crf[0], crf[1], np.ascontiguousarray(crf[2:])

    def label(self, texts: Sequence[Sequence[int]]) -> list[list[int]]:
        """The likeliest sequence of labels for each text. Texts come sorted from long to short, none is empty."""
        lengths = np.array([len(text) for text in texts])
        steps = np.arange(lengths[0])[:, None]
        counts: list[int] = (lengths > steps).sum(1).tolist()
        # Where, in an array of T × B rows, the character stands that the backward direction reads at a step.
        turned = (np.where(steps < lengths, lengths - 1 - steps, steps) * len(texts) + np.arange(len(texts))).ravel()
        characters = np.zeros((len(texts), lengths[0]), np.intp)
        for row, text in zip(characters, texts, strict=True):
            row[: len(text)] = text
        scores = self._scores(characters.T.ravel(), turned, counts)
        return self._decode(scores, counts, lengths)

    def _scores(self, characters: Indices, turned: Indices, counts: list[int]) -> Floats:
        """For each step, label and text (T, K, B) how well the label fits, before its neighbours are asked."""
        shape = (len(counts), counts[0])
        known, which = np.unique(characters, return_inverse=True)
        hidden = self._layers[0].run(self._embedding[known], which, which[turned], turned, counts)
        rows = np.arange(len(characters))
        hidden = self._layers[1].run(hidden, rows, turned, turned, counts)
        scores = hidden @ self._out + self._out_bias
        return np.ascontiguousarray(scores.reshape(*shape, _K).transpose(0, 2, 1))

    def _decode(self, scores: Floats, counts: list[int], lengths: Indices) -> list[list[int]]:
        """Viterbi's algorithm over all texts at once."""
        best = np.zeros_like(scores)
        best[0] = scores[0] + self._first[:, None]
        for t, n in enumerate(counts[1:], 1):
            ways = self._step[:, :, None] + best[t - 1, :, None, :n]
            best[t, :, :n] = ways.max(0) + scores[t, :, :n]
        labels = np.zeros((len(counts), len(lengths)), np.intp)
        texts = np.arange(len(lengths))
        labels[lengths - 1, texts] = (best[lengths - 1, :, texts] + self._last).argmax(1)
        for t in range(len(counts) - 1, 0, -1):
            n = counts[t]
            labels[t - 1, :n] = (best[t - 1, :, :n] + self._step[:, labels[t, :n]]).argmax(0)
        return [labels[:length, text].tolist() for text, length in enumerate(lengths)]


class _Layer:
    """One layer in both directions. A sigmoid is (1 + tanh(x / 2)) / 2, so halves are put into the weights."""

    def __init__(self, folder: Path, number: int, size: int) -> None:
        inputs, biases, gates, candidates = [], [], [], []
        for name in (number, number + 1):
            into = _weights(folder / f"fc_{name}.w_0", size, 3 * _H).copy()
            bias = _weights(folder / f"fc_{name}.b_0", 3 * _H) + _weights(folder / f"gru_{name}.b_0", 3 * _H)
            both = _weights(folder / f"gru_{name}.w_0", 3 * _H * _H)
            into[:, : 2 * _H] /= 2
            bias[: 2 * _H] /= 2
            inputs.append(into)
            biases.append(bias)
            gates.append(both[: 2 * _H * _H].reshape(_H, 2 * _H) / 2)
            candidates.append(both[2 * _H * _H :].reshape(_H, _H) / 2)
        self._inputs = inputs
        self._biases = biases
        self._gates = np.stack(gates)
        self._candidates = np.stack(candidates)

    def run(self, given: Floats, forward: Indices, backward: Indices, turned: Indices, counts: list[int]) -> Floats:
        """Hidden states of both directions side by side (T × B, 2H); row forward[i] of `given` is read at place i."""
        shape = (len(counts), counts[0])
        moved = np.empty((2, len(turned), 3 * _H), np.float32)
        for direction, rows in enumerate((forward, backward)):
            into, bias = self._inputs[direction], self._biases[direction]
            if len(given) < len(rows):
                np.take(given @ into + bias, rows, 0, out=moved[direction], mode="clip")
            else:
                np.matmul(given[rows], into, out=moved[direction])
                moved[direction] += bias
        states = self._recur(moved.reshape(2, *shape, 3 * _H), counts)
        return np.concatenate([states[0], states[1][turned]], 1)

    def _recur(self, moved: Floats, counts: list[int]) -> Floats:
        states = np.zeros((*moved.shape[:3], _H), np.float32)
        state = states[:, 0]
        for t, n in enumerate(counts):
            state = state[:, :n]
            now = moved[:, t, :n]
            gates = state @ self._gates
            gates += now[:, :, : 2 * _H]
            np.tanh(gates, out=gates)
            gates += 1
            update, reset = gates[:, :, :_H], gates[:, :, _H:]
            reset *= state
            change = reset @ self._candidates
            change += now[:, :, 2 * _H :]
            np.tanh(change, out=change)
            change -= state
            change *= update
            change /= 2
            state = np.add(state, change, out=states[:, t, :n])
        return states.reshape(2, -1, _H)


def _weights(path: Path, *shape: int) -> Floats:
    """A tensor as Paddle saves it: a header, then the numbers up to the end of the file."""
    offset = path.stat().st_size - 4 * int(np.prod(shape))
    return np.memmap(path, "<f4", "r", offset, shape).view(np.ndarray)
