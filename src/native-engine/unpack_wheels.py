"""Unpacks what an addon needs of wheels: TensorFlow's libraries, the headers of its C interface, CUDA's libraries.

Usage: python unpack_wheels.py TARGET WHEEL...
The layout in TARGET is the one that tfjs-node's binding.gyp and the libraries' own RUNPATH ($ORIGIN/../nvidia) expect.
"""

import os
import shutil
import sys
import zipfile

PLACES = {
    "tensorflow/libtensorflow": "lib/libtensorflow",
    "tensorflow/include/tensorflow/c/": "include/tensorflow/c/",
    "tensorflow/include/tensorflow/core/platform/": "include/tensorflow/core/platform/",
    "tensorflow/include/tsl/platform/": "include/tsl/platform/",
    "tensorflow/include/xla/tsl/c/": "include/xla/tsl/c/",
    "nvidia/": "nvidia/",
}


def place(member):
    """Where a member of a wheel goes, or None if nobody needs it."""
    for prefix, target in PLACES.items():
        if member.startswith(prefix) and not member.endswith("/"):
            return target + member[len(prefix) :]
    return None


def unpack(wheel, target):
    with zipfile.ZipFile(wheel) as archive:
        for member in archive.namelist():
            path = place(member)
            if path is None:
                continue
            path = os.path.join(target, path)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with archive.open(member) as source, open(path, "wb") as copy:
                shutil.copyfileobj(source, copy, 1 << 20)


for wheel in sys.argv[2:]:
    unpack(wheel, sys.argv[1])
