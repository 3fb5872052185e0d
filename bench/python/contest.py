"""A process that does one work on request, as bench/race/contender.ts does: the number of a part comes in, JSON goes out."""

import json
import sys

try:
    import resource
except ImportError:  # on Windows
    resource = None

VARIANTS = ["both", "batch normalisation", "dropout", "plain"]
LENET_STEPS = 30


def parts_of(lenet, eggholder, relu):
    """The parts of each work of bench/race/works.ts, by its key, from what prepares a variant, a net of such units, and the runs."""
    parts = {
        "lenet": [lambda: lenet("batch normalisation")],
        "lenet variants": [lambda variant=variant: lenet(variant) for variant in VARIANTS],
        "relu": [relu],
    }
    for units in ([16], [512], [128, 16], [256, 128], [128, 128, 64]):
        parts["eggholder " + " ".join(map(str, units))] = [lambda units=units: eggholder(units)]
    return parts


def contend(about, parts, key):
    """
    about: what runs, in words
    parts: by key of the work, a list of functions that each prepare a part and give the function that does a round of
      it, which says what share of the part it did (None: all)
    """
    print(json.dumps({"ready": about}, separators=(",", ":")), flush=True)
    rounds = {}
    for line in sys.stdin:
        part = int(line)
        if part not in rounds:
            rounds[part] = parts[key][part]()
        share = rounds[part]()
        done = {"shareOfWork": 1 if share is None else share, "peakBytes": peak_bytes()}
        print(json.dumps({"done": done}, separators=(",", ":")), flush=True)


def peak_bytes():
    if resource is None:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else 1024 * peak
