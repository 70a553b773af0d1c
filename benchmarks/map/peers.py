"""sigma and graphology, as npm has them: fetched once into a cache outside the checkout."""

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

SCRIPTS = {
    "graphology-0.26.0": "package/dist/graphology.umd.min.js",
    "sigma-3.0.3": "package/dist/sigma.min.js",
}
"""Package and version → its file for browsers, in the order of loading."""


def sigma_scripts() -> list[str]:
    """The text of each script; ends the benchmark with what to do where npm can't be had."""
    folder = _cache()
    missing = [name for name in SCRIPTS if not (folder / f"{name}.tgz").exists()]
    if missing:
        _fetch(missing, folder)
    return [_read(folder / f"{name}.tgz", member) for name, member in SCRIPTS.items()]


def _cache() -> Path:
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder /= "crm-concepts-benchmarks"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _fetch(names: list[str], folder: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("the benchmark fetches sigma by npm, which is not here: apt-get install npm")
    wanted = ["@".join(name.rsplit("-", 1)) for name in names]
    done = subprocess.run(
        [npm, "pack", "--silent", *wanted], cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"npm could not fetch {' '.join(wanted)}; is there a network?\n{done.stderr}")


def _read(archive: Path, member: str) -> str:
    with tarfile.open(archive) as packed:
        file = packed.extractfile(member)
        assert file is not None  # noqa: S101 - a version is pinned, and holds this file
        return file.read().decode("utf-8")
