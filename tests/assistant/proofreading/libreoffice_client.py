"""Run by the Python that has UNO: has LibreOffice proofread a paragraph, prints what came back as JSON.

Arguments: name of the pipe LibreOffice listens on, the server's address (empty: as it is set), the paragraph.
"""

import json
import os
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.lang import Locale

SETTING = "/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool"


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # noqa: BLE001 - any refusal means it has not started yet
            time.sleep(0.5)
    sys.exit("LibreOffice did not answer")


def set_address(context, url):
    provider = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.configuration.ConfigurationProvider", context
    )
    node = PropertyValue("nodepath", 0, SETTING, 0)
    settings = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess", (node,))
    settings.setPropertyValue("BaseURL", url)
    settings.setPropertyValue("IsEnabled", True)
    settings.commitChanges()


def main(pipe, url, text):
    context = connect(pipe)
    if url:
        set_address(context, url)
    checker = context.ServiceManager.createInstanceWithContext(
        "org.openoffice.lingu.LanguageToolGrammarChecker", context
    )
    vietnamese = Locale("vi", "VN", "")
    offered = checker.hasLocale(vietnamese)
    result = checker.doProofreading("1", text, vietnamese, 0, len(text), ())
    found = [[e.nErrorStart, e.nErrorLength, list(e.aSuggestions)] for e in result.aErrors]
    print(json.dumps({"vietnamese": offered, "errors": found}, ensure_ascii=False), flush=True)


main(*sys.argv[1:])
os._exit(0)  # the bridge's own thread may still let go of the office: taking Python down under it crashes at times
