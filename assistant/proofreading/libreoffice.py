"""A LibreOffice extension that points its LanguageTool setting at our server and offers Vietnamese there.

LibreOffice from 7.5 on does not ask a server for its languages: it has a list of its own, without Vietnamese. The
extension puts Vietnamese in its place, the one language that our server judges. No program is in it, settings only.
"""

from __future__ import annotations

from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from checks.version import VERSION

SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:component-data xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    oor:name="Linguistic" oor:package="org.openoffice.Office">
  <node oor:name="GrammarChecking">
    <node oor:name="LanguageTool">
      <prop oor:name="BaseURL" oor:type="xs:string"><value>{address}</value></prop>
      <prop oor:name="IsEnabled" oor:type="xs:boolean"><value>true</value></prop>
    </node>
  </node>
  <node oor:name="ServiceManager">
    <node oor:name="GrammarCheckers">
      <node oor:name="org.openoffice.lingu.LanguageToolGrammarChecker" oor:op="fuse">
        <prop oor:name="Locales" oor:type="oor:string-list"><value>vi-VN vi</value></prop>
      </node>
    </node>
  </node>
</oor:component-data>
"""
DESCRIPTION = """<?xml version="1.0" encoding="UTF-8"?>
<description xmlns="http://openoffice.org/extensions/description/2006">
  <identifier value="chithi.libreoffice"/>
  <version value="{version}"/>
  <display-name>
    <name lang="vi">chithi: soát lỗi tiếng Việt tại {address}</name>
    <name lang="en">chithi: proofreading of Vietnamese at {address}</name>
  </display-name>
</description>
"""
MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="http://openoffice.org/2001/manifest">
  <manifest:file-entry manifest:media-type="application/vnd.sun.star.configuration-data" manifest:full-path="chithi.xcu"/>
</manifest:manifest>
"""


def extension(address: str) -> bytes:
    """The .oxt for a server at ``address``, such as “http://127.0.0.1:8081/v2”; the same bytes every time."""
    files = {
        "META-INF/manifest.xml": MANIFEST,
        "description.xml": DESCRIPTION.format(version=VERSION, address=escape(address)),
        "chithi.xcu": SETTINGS.format(address=escape(address)),
    }
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, text in files.items():
            package.writestr(ZipInfo(name), text, ZIP_DEFLATED)
    return out.getvalue()
