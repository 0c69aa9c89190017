"""The server that proofreads for LibreOffice and every other client of LanguageTool."""
