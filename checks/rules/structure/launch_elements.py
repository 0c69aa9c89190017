"""Những điều một văn bản phát động phải nêu, ngoài các phần chính."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from checks.document import LAW_2022, Document
from checks.finding import Finding, Severity
from checks.rule import Rule

TITLE = "CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\nChủ tịch Ủy ban nhân dân xã phát động phong trào thi đua tới toàn thể cán bộ và Nhân dân.\n\n"
CONTENT = "1. Nội dung\n\nThi đua lao động; tuyên truyền, nhân rộng điển hình tiên tiến.\n\n2. Tổ chức thực hiện\n\n"
ELEMENTS: tuple[tuple[str, tuple[str, ...], date | None], ...] = (
    (
        "phạm vi, đối tượng thi đua",
        (
            "phạm vi",
            "đối tượng",
            "toàn thể",
            "trên địa bàn",
            "các tầng lớp",
            "toàn tỉnh",
            "toàn xã",
            "toàn ngành",
            "toàn trường",
            "trong toàn",
            "toàn bộ",
            "toàn thành phố",
            "toàn huyện",
            "toàn quận",
            "toàn công ty",
            "đối với",
            "đội ngũ",
            "người lao động",
            "cán bộ, ",
            "đoàn viên",
            "các khoa",
            "các sở",
            "các phòng",
            "các đơn vị",
            "các cơ quan",
        ),
        None,
    ),
    ("kiểm tra, giám sát", ("kiểm tra", "giám sát", "đôn đốc", "theo dõi"), LAW_2022),
    (
        "tuyên truyền, nhân rộng điển hình tiên tiến",
        (
            "tuyên truyền",
            "điển hình",
            "gương",
            "nhân rộng",
            "truyền thanh",
            "biểu dương",
            "chuyên mục",
            "phát sóng",
            "đưa tin",
        ),
        LAW_2022,
    ),
    (
        "sơ kết, tổng kết",
        ("sơ kết", "tổng kết", "đánh giá", "kết thúc", "bình xét", "chấm điểm", "báo cáo kết quả"),
        None,
    ),
    ("khen thưởng", ("khen thưởng", "khen", "biểu dương", "tôn vinh"), None),
)
"""Each element, the words that show it anywhere in the body, and since when the law asks for it."""


class LaunchElements(Rule):
    """Văn bản phát động nêu phạm vi, đối tượng; việc kiểm tra, tuyên truyền; sơ kết, tổng kết và khen thưởng.

    Nhận ra theo chữ ở bất kỳ chỗ nào trong nội dung, không cần đề mục riêng. Văn bản trước năm 2024 không bị đòi phần kiểm
    tra, giám sát và tuyên truyền, điển hình tiên tiến, là yêu cầu mới của Luật năm 2022.
    """

    severity = Severity.WARNING
    scope = "launch"
    needs_whole = True
    tier = "luật"
    source = "Luật Thi đua, khen thưởng năm 2022, Điều 17 (từ 01/01/2024); trước đó Luật Thi đua, khen thưởng năm 2003 và Nghị định 91/2017/NĐ-CP, Điều 5"
    apart = (
        TITLE + CONTENT + "Văn phòng theo dõi, đôn đốc các thôn và",
        "ĐẢNG ỦY XÃ AN PHÚ TÂY\n\nSố 05-CT/ĐU\n\nAn Phú Tây, ngày 12 tháng 01 năm 2026\n\nCHỈ THỊ\n"
        "về phát động phong trào thi đua năm 2026\n\nCác chi bộ thực hiện.\n\nNơi nhận:\n- Các chi bộ;\n- Lưu VPĐU.\n\nBÍ THƯ\n\nTrần Văn Minh\n",
    )
    good = (
        TITLE + CONTENT + "Văn phòng đôn đốc, sơ kết, tổng kết và đề nghị khen thưởng.\n",
        "Hà Tân, ngày 12 tháng 01 năm 2019\n\n"
        + TITLE.replace("2026", "2019")
        + "1. Nội dung\n\nThi đua lao động. Tổng kết và khen thưởng vào tháng 12.\n",
    )
    bad = (
        TITLE.replace("CHỈ THỊ", "[[CHỈ THỊ]]") + CONTENT + "Văn phòng theo dõi, đôn đốc.\n",
        TITLE.replace("CHỈ THỊ", "[[CHỈ THỊ]]") + CONTENT + "Văn phòng sơ kết, tổng kết và đề nghị khen thưởng.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        today = doc.as_of or date.max
        body = doc.text[doc.body.start : doc.body.end].lower()
        missing = [
            name
            for name, words, since in ELEMENTS
            if (since is None or today >= since) and not any(word in body for word in words)
        ]
        if missing:
            yield self.finding(self.anchor(doc), f"Văn bản phát động chưa nêu: {'; '.join(missing)}.")
