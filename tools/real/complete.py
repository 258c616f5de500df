"""Succeeds where a folder holds all packages of a list with hashes: complete.py LIST FOLDER"""

import hashlib
import re
import sys
from pathlib import Path


def main() -> int:
    packages, folder = (Path(argument) for argument in sys.argv[1:3])
    wanted = set(re.findall(r"--hash=sha256:([0-9a-f]{64})", packages.read_text()))
    found = {hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.whl")}
    return 0 if wanted <= found else 1


if __name__ == "__main__":
    sys.exit(main())
