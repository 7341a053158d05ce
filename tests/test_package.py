from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

import huiyao

ROOT = Path(__file__).parents[1]
HEAVY = ("jieba", "jinja2", "multiprocessing", "numpy", "opencc", "pypinyin", "rich", "xlsxwriter")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The names of the files in a wheel of the project."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    with ZipFile(path) as archive:
        return archive.namelist()


def test_the_wheel_s_only_top_level_name_is_huiyao(wheel: list[str]) -> None:
    tops = {name.split("/")[0] for name in wheel}
    assert tops == {"huiyao", f"huiyao-{huiyao.__version__}.dist-info"}


def test_the_wheel_holds_what_the_program_reads(wheel: list[str]) -> None:
    package = ROOT / "cli" / "huiyao"
    suffixes = ("py", "tsv", "toml", "json", "html", "css", "js")
    read = [path for suffix in suffixes for path in package.rglob(f"*.{suffix}")]
    assert {path.relative_to(ROOT / "cli").as_posix() for path in read} <= set(wheel)
    assert "huiyao/py.typed" in wheel
    assert any(name.startswith("huiyao/segment/data/") for name in wheel)


def test_only_the_api_is_public() -> None:
    assert huiyao.__all__ == ["HuiyaoError", "Report", "Summary", "__version__", "summarize"]


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["summarize", "--help"], ["score", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import sys; from huiyao.__main__ import main; code = main();"
        f"print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"


def test_importing_the_package_loads_nothing_heavy() -> None:
    program = f"import sys, huiyao; print([name for name in {HEAVY} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_program_is_ready_for_ctrl_c_before_it_loads_anything() -> None:
    program = "import sys; before = {*sys.modules}; import huiyao.__main__; print(*{*sys.modules} - before)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert {*done.stdout.split()} <= {"__future__", "gc", "huiyao", "huiyao.__main__"}


def test_what_is_public_can_be_imported() -> None:
    for name in huiyao.__all__:
        assert getattr(huiyao, name)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = huiyao.nothing
