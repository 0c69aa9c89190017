"""What can go wrong with a model, each in one Vietnamese sentence; the text that came is kept."""

from __future__ import annotations

import json
import re
from typing import Literal

from checks.errors import UserError
from checks.language.syllables import is_syllable

Kind = Literal[
    "busy", "key", "model", "refused", "server", "closed", "slow", "cut", "long", "page", "redirect", "broken", "empty",
    "language", "too-long-request", "filtered", "endless", "silent",
]  # fmt: skip

SENTENCES: dict[Kind, str] = {
    "busy": "Máy chủ mô hình đang quá tải hoặc đã hết hạn mức: hãy đợi ít phút rồi thử lại.",
    "key": "Máy chủ mô hình không nhận khóa truy cập: hãy kiểm tra biến CHITHI_LLM__API_KEY.",
    "model": "Máy chủ không có mô hình hoặc địa chỉ đã đặt: hãy kiểm tra CHITHI_LLM__MODEL và CHITHI_LLM__BASE_URL.",
    "refused": "Máy chủ mô hình không nhận yêu cầu này: hãy rút ngắn phần gửi kèm hoặc hỏi người quản trị máy chủ.",
    "too-long-request": "Phần gửi tới mô hình dài quá mức máy chủ nhận: hãy bớt văn bản mẫu rồi thử lại.",
    "server": "Máy chủ mô hình gặp sự cố: hãy thử lại sau; bản thảo vẫn soạn tiếp được không cần mô hình.",
    "closed": "Không kết nối được máy chủ mô hình: hãy kiểm tra máy chủ đang chạy và biến CHITHI_LLM__BASE_URL.",
    "slow": "Máy chủ mô hình trả lời quá chậm: hãy thử lại hoặc tăng CHITHI_LLM__TIMEOUT.",
    "endless": "Mô hình viết quá lâu nên máy đã dừng: phần đã nhận được giữ lại, hãy bấm viết tiếp hoặc tăng CHITHI_LLM__LIMIT.",
    "silent": "Mô hình chưa viết được gì khi hết thời gian chờ nên máy đã dừng: hãy thử lại hoặc tăng CHITHI_LLM__LIMIT.",
    "cut": "Câu trả lời bị đứt giữa chừng: phần đã nhận được giữ lại, hãy bấm viết tiếp.",
    "long": "Câu trả lời dài quá giới hạn của mô hình: phần đã nhận được giữ lại, hãy bấm viết tiếp.",
    "filtered": "Máy chủ mô hình dừng câu trả lời vì bộ lọc nội dung: hãy sửa yêu cầu rồi thử lại.",
    "page": "Địa chỉ mô hình trả về một trang web chứ không phải câu trả lời: hãy kiểm tra CHITHI_LLM__BASE_URL.",
    "redirect": "Máy chủ mô hình chuyển yêu cầu sang địa chỉ khác nên bị chặn: hãy đặt đúng CHITHI_LLM__BASE_URL.",
    "broken": "Mô hình trả lời sai khuôn dạng: phần đọc được giữ lại, hãy viết lại hoặc dùng mô hình khác.",
    "empty": "Mô hình trả lời trống: hãy thử lại hoặc dùng mô hình khác.",
    "language": "Mô hình trả lời không bằng tiếng Việt: hãy thử lại hoặc dùng mô hình khác.",
}
SECRET = re.compile(r"\b(?:sk|pk|key|gsk|xai)-[\w-]{6,}|Bearer\s+\S+", re.IGNORECASE)
# Words only; figures and abbreviations belong to no language.
WORD = re.compile(r"[^\W\d_]{2,}")
FOREIGN_SCRIPT = re.compile(r"[\u0400-\u04ff\u0600-\u06ff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
MARKED = re.compile(r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]")
FEW = 10


class ModelFault(UserError):  # noqa: N818 told to the officer, as every UserError
    """A model that did not answer as it should. ``received`` is the text that came; ``detail`` is for the log."""

    def __init__(self, kind: Kind, received: str = "", detail: str = "") -> None:
        super().__init__(SENTENCES[kind])
        self.kind = kind
        self.received = received
        self.detail = detail


def masked(text: str, key: str = "") -> str:
    """``text`` without the key, whatever a server echoes."""
    bare = text.replace(key, "***") if len(key) > 3 else text
    return SECRET.sub("***", bare)


def told(error: BaseException, received: str = "", key: str = "") -> ModelFault:
    """The fault an exception of the clients stands for; the openai package is imported by who calls."""
    kind: Kind = _kind(error, bool(received))
    return ModelFault(kind, received, masked(f"{type(error).__name__}: {error}", key)[:500])


def _kind(error: BaseException, begun: bool) -> Kind:
    causes = {type(one).__name__ for one in _chain(error)}
    if "NotAModelServer" in causes:
        return "page"
    if "OutOfTime" in causes:
        return "endless" if begun else "silent"
    if isinstance(error, json.JSONDecodeError | UnicodeDecodeError):
        return "broken"
    if "APITimeoutError" in causes or any(name.endswith("Timeout") for name in causes):
        return "cut" if begun else "slow"
    status = getattr(error, "status_code", None)
    if isinstance(status, int):
        return _of_status(status, error)
    if "APIConnectionError" in causes or any(name in causes for name in ("ReadError", "RemoteProtocolError")):
        return "cut" if begun else "closed"
    if "LengthFinishReasonError" in causes:
        return "long"
    return "server"


def _of_status(status: int, error: BaseException) -> Kind:
    if status == 400 and re.search(r"context.{0,20}length|too (?:long|many tokens)|maximum context", str(error)):
        return "too-long-request"
    if 300 <= status < 400:
        return "redirect"
    known: dict[int, Kind] = {401: "key", 403: "key", 404: "model", 405: "model", 413: "too-long-request", 429: "busy"}
    return known.get(status, "refused" if status < 500 else "server")


def _chain(error: BaseException | None) -> list[BaseException]:
    out: list[BaseException] = []
    while error is not None and error not in out:
        out.append(error)
        error = error.__cause__ or error.__context__
    return out


def foreign(text: str) -> bool:
    """Is ``text`` written in another language? A few words or names alone are not judged."""
    if len(FOREIGN_SCRIPT.findall(text)) >= 2:
        return True
    words = WORD.findall(text.lower())
    if len(words) < FEW:
        return False
    ours = sum(is_syllable(word) for word in words)
    # English has many letters strings that are also syllables (“to”, “the”): diacritics tell.
    return ours < 0.6 * len(words) or sum(bool(MARKED.search(word)) for word in words) < 0.2 * len(words)
