"""
Find the nginx that the test of docs/deploy.md starts, and get one where there is none: `python -m tests.nginx`.

DATELINE_NGINX names one to use. Without one that test is skipped; nothing else needs it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.browsing import free_port, stop, wait_for

GUIDE = Path(__file__).parent.parent / "docs" / "deploy.md"
UPSTREAM = "127.0.0.1:8501"
LISTEN = "listen 80;"
ACCESS_LOG = "/var/log/nginx/dateline.log"
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def find() -> str | None:
    """The path of nginx, or None; Debian keeps it where only root's PATH leads."""
    return os.environ.get("DATELINE_NGINX") or shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


def install() -> None:
    """Install Debian's nginx where we may; it is not started."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
        subprocess.run(["apt-get", "update", "-qq"], check=False, env=environment)
        command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "nginx-light"]
        subprocess.run(command, check=False, env=environment, stdout=subprocess.DEVNULL)


def example() -> str:
    """The configuration that docs/deploy.md gives."""
    found = re.search(r"```nginx\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.S)
    assert found, "docs/deploy.md has no nginx example"
    return found[1]


@contextmanager
def proxying(app_port: int, folder: Path) -> Iterator[str]:
    """Start nginx as docs/deploy.md has it, but on a free port of loopback; yield its address."""
    path = find()
    assert path, "no nginx"
    port, conf = free_port(), example()
    assert LISTEN in conf
    assert UPSTREAM in conf
    assert ACCESS_LOG in conf
    conf = conf.replace(LISTEN, f"listen 127.0.0.1:{port};").replace(UPSTREAM, f"127.0.0.1:{app_port}")
    conf = conf.replace(ACCESS_LOG, str(folder / "access.log"))
    # A worker of root's nginx is somebody else, whom a folder of root's keeps out.
    user = "user root;" if os.geteuid() == 0 else ""
    paths = "".join(f"{name}_temp_path {folder / name};\n" for name in TEMPORARY)
    (folder / "nginx.conf").write_text(
        f"daemon off;\nworker_processes 1;\n{user}\npid {folder / 'pid'};\nevents {{}}\nhttp {{\n{paths}{conf}}}\n",
        encoding="utf-8",
    )
    log = folder / "error.log"
    command = [path, "-p", str(folder), "-e", str(log), "-c", str(folder / "nginx.conf"), "-g", f"error_log {log};"]
    process = subprocess.Popen(command)
    try:
        wait_for(f"http://127.0.0.1:{port}/news/_stcore/health", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        stop(process)


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


def ask(url: str, method: str = "GET", body: bytes | None = None) -> tuple[int, list[tuple[str, str]]]:
    """What the server answers, not following it elsewhere: status and headers."""
    opener = urllib.request.build_opener(_Stay)
    try:
        with opener.open(urllib.request.Request(url, data=body, method=method), timeout=30) as answer:
            return answer.status, answer.headers.items()
    except urllib.error.HTTPError as answer:
        with answer:
            return answer.code, list(answer.headers.items())


def main() -> int:
    """See that there is an nginx, if it can be had; say which. Never a failure."""
    if find() is None:
        install()
    path = find()
    print(f"nginx: {path}" if path else "No nginx was found or installed; the test of docs/deploy.md is skipped.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
