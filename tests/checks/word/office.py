"""LibreOffice accepting or rejecting every change of a file, driven by a macro in a profile of its own."""

from __future__ import annotations

import subprocess
from pathlib import Path

SECONDS = 90
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE {kind} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "{dtd}">\n'
_LIBRARY = (
    _HEAD.format(kind="library:library", dtd="library.dtd")
    + '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" '
    'library:readonly="false" library:passwordprotected="false">{}</library:library>'
)
_LIBRARIES = (
    _HEAD.format(kind="library:libraries", dtd="libraries.dtd")
    + '<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">'
    '<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/{}.xlb/" xlink:type="simple" '
    'library:link="false"/></library:libraries>'
)
_MACRO = """\
Sub Settle(source As String, target As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  Dim nothing_more() As New com.sun.star.beans.PropertyValue
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; command, "", 0, nothing_more())
  Dim as_word(0) As New com.sun.star.beans.PropertyValue
  as_word(0).Name = "FilterName"
  as_word(0).Value = "MS Word 2007 XML"
  document.storeToURL(target, as_word())
  document.close(True)
End Sub"""
_MODULE = (
    _HEAD.format(kind="script:module", dtd="module.dtd")
    + '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Marks" script:language="StarBasic">'
    "{}</script:module>"
)


def prepare(soffice: str, profile: Path) -> None:
    """Make a profile with the macro; LibreOffice would write its own library over one that is there first."""
    _run(soffice, profile, "--terminate_after_init")
    _install(profile / "user/basic")


def settled(soffice: str, profile: Path, folder: Path, files: list[tuple[bytes, bool]]) -> list[bytes]:
    """The files as LibreOffice, started once, saves them after all changes are accepted (True) or rejected."""
    targets, orders = [], []
    for number, (data, accept) in enumerate(files):
        source, target = folder / f"marked-{number}.docx", folder / f"settled-{number}.docx"
        source.write_bytes(data)
        command = "AcceptAllTrackedChanges" if accept else "RejectAllTrackedChanges"
        targets.append(target)
        orders.append(f"macro:///Standard.Marks.Settle({source.as_uri()},{target.as_uri()},{command})")
    said = _run(soffice, profile, *orders)
    assert all(target.exists() for target in targets), f"LibreOffice did not save every file: {said}"
    return [target.read_bytes() for target in targets]


def _run(soffice: str, profile: Path, *orders: str) -> str:
    done = subprocess.run(
        [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", *orders],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    return done.stdout + done.stderr


def _install(basic: Path) -> None:
    standard = basic / "Standard"
    standard.mkdir(parents=True, exist_ok=True)
    (standard / "script.xlb").write_text(_LIBRARY.format('<library:element library:name="Marks"/>'))
    (standard / "dialog.xlb").write_text(_LIBRARY.format(""))
    (standard / "Marks.xba").write_text(_MODULE.format(_MACRO))
    for name in ("script", "dialog"):
        (basic / f"{name}.xlc").write_text(_LIBRARIES.format(name))
