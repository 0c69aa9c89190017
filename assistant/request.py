"""What an office asks for: the request, read from TOML and checked field by field."""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Callable, Mapping
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from checks.errors import UserError
from checks.facts import numbers
from checks.parsing import naming
from checks.parsing.kinds import KINDS
from checks.reading.source import quoted

Level = Literal["ministry", "province", "department", "district", "commune", "school", "party", "office", ""]
Movement = Literal["annual", "campaign"]

SIZE_LIMIT = 1_000_000
"""Bytes; a request with three hundred targets is 40 KB."""
# “03/9/2026”, “3-9-2026”
DAY = re.compile(r"(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4})")


def _decimal(value: object) -> object:
    """A figure as an office types it: 9, 9.5 or "13.455,5"."""
    if value is None or isinstance(value, Decimal):
        return value
    if isinstance(value, bool):
        raise ValueError("phải là một số, ví dụ 9 hoặc “13.455,5”")
    if isinstance(value, int | float):
        return Decimal(str(value))
    plain = str(value).strip()
    if not numbers.FIGURE.fullmatch(plain):
        raise ValueError(
            "phải là một số viết kiểu Việt Nam, ví dụ “13.455,5” (dấu chấm ngăn hàng nghìn, dấu phẩy thập phân)"
        )
    return numbers.value(plain)


def _day(value: object) -> object:
    """A date of TOML, or as an office types it: "03/9/2026"."""
    if not isinstance(value, str):
        return value
    match = DAY.fullmatch(value.strip())
    try:
        if match:
            return datetime.date(int(match["y"]), int(match["m"]), int(match["d"]))
        return datetime.date.fromisoformat(value.strip())
    except ValueError as error:
        raise ValueError("phải là một ngày có trong lịch, ví dụ “03/9/2026”") from error


def _line(value: object) -> object:
    """One line of text without outer blanks."""
    return " ".join(value.split()) if isinstance(value, str) else value


Figure = Annotated[Decimal, BeforeValidator(_decimal)]
Day = Annotated[datetime.date, BeforeValidator(_day)]
Line = Annotated[str, BeforeValidator(_line)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Target(_Part):
    """One target of this year."""

    name: Line = Field(min_length=1, description="Tên chỉ tiêu")
    comparison: Line = Field(default="", description="Từ so sánh: đạt, tăng, giảm, trên, từ … trở lên…")
    value: Figure = Field(description="Giá trị, hoặc mức thấp của khoảng")
    upper: Figure | None = Field(default=None, description="Mức cao của khoảng")
    unit: Line = Field(default="", description="Đơn vị tính")
    note: Line = Field(default="", description="Ghi chú cho người soạn, không in vào văn bản")

    @property
    def amount(self) -> str:
        """“13.455,5”, “17 - 18”; the unit is not part of it."""
        figures = (self.value, self.upper) if self.upper is not None else (self.value,)
        return " - ".join(numbers.spell(figure) for figure in figures)

    @property
    def text(self) -> str:
        """“Thu ngân sách đạt 2.838 tỷ đồng”."""
        mark = "" if self.unit in ("%", "‰") else " "
        comparison, _, after = self.comparison.partition(" trở ")
        lead = f"{self.name} {comparison}".strip()
        return f"{lead} {self.amount}{mark}{self.unit}".strip() + (f" trở {after}" if after else "")


def _target(value: object) -> object:
    """A table is a target; a line is a target in the office's own words."""
    return _line(value) if isinstance(value, str) else value


class Period(_Part):
    """First and last day of a campaign."""

    start: Day = Field(description="Ngày bắt đầu")
    end: Day = Field(description="Ngày kết thúc")

    @model_validator(mode="after")
    def _ordered(self) -> Period:
        if self.end < self.start:
            raise ValueError("có ngày kết thúc trước ngày bắt đầu")
        return self


class Signer(_Part):
    """Who signs."""

    authority: Line = Field(
        default="", description="Quyền hạn: TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH…; bỏ trống nếu không có"
    )
    post: Line = Field(default="", description="Chức vụ người ký: CHỦ TỊCH, PHÓ CHỦ TỊCH, HIỆU TRƯỞNG…")
    name: Line = Field(default="", description="Họ và tên người ký")


class Request(_Part):
    """One directive to draft. Every figure of this year in the draft comes from here."""

    issuer: Line = Field(min_length=1, description="Cơ quan ban hành, ví dụ Ủy ban nhân dân tỉnh Sơn Thủy")
    parent: Line = Field(default="", description="Cơ quan chủ quản in phía trên (của sở, trường học, đơn vị)")
    level: Level = Field(default="", description="Cấp: province, department, commune, school, office…")
    province: Line = Field(default="", description="Tỉnh, thành phố")
    place: Line = Field(default="", description="Địa danh ghi trước ngày ban hành")
    kind: Line = Field(default="", description="Loại văn bản: Chỉ thị, Kế hoạch, Phát động")
    year: int = Field(ge=2000, le=2100, description="Năm phát động; năm học thì ghi năm đầu")
    movement: Movement = Field(default="annual", description="annual: thi đua cả năm; campaign: đợt có thời gian riêng")
    school_year: bool = Field(default=False, description="Phong trào theo năm học")
    subject: Line = Field(default="", description="Trích yếu, nếu khác cách ghi quen thuộc")
    theme: Line = Field(default="", description="Chủ đề thi đua, không có dấu ngoặc kép")
    targets: tuple[Annotated[Target | str, BeforeValidator(_target)], ...] = Field(
        default=(), description="Chỉ tiêu: mỗi chỉ tiêu một bảng [[targets]] hoặc một dòng chữ giữ nguyên văn"
    )
    period: Period | None = Field(default=None, description="Thời gian của đợt thi đua: start, end")
    legal_bases: tuple[Line, ...] = Field(default=(), description="Căn cứ ban hành của năm nay, mỗi căn cứ một dòng")
    signer: Signer | None = Field(default=None, description="Người ký: authority, post, name")
    recipients: tuple[Line, ...] = Field(default=(), description="Nơi nhận, mỗi nơi một dòng")
    previous: str = Field(default="", description="Văn bản năm trước: đường dẫn tệp hoặc mã trong kho")
    number: Line = Field(default="", description="Số văn bản (chỉ phần số), nếu đã đăng ký")
    date: Day | None = Field(default=None, description="Ngày ban hành, nếu đã định")

    @model_validator(mode="before")
    @classmethod
    def _placed(cls, given: Any) -> Any:
        """Level and province that the issuer's name tells need not be typed."""
        if not isinstance(given, Mapping) or not isinstance(given.get("issuer"), str):
            return given
        issuer = " ".join(given["issuer"].split())
        told = {"level": naming.level(issuer), "province": naming.province((), issuer, issuer)}
        return {**given, **{name: value for name, value in told.items() if value and not given.get(name)}}

    @model_validator(mode="after")
    def _known_kind(self) -> Request:
        if self.kind and self.kind not in KINDS.values():
            raise ValueError(f"có loại văn bản lạ “{self.kind}”: hãy ghi Chỉ thị, Kế hoạch hoặc Phát động")
        return self

    @property
    def as_of(self) -> datetime.date:
        """The day whose law the draft must meet: its date, else the first day of its period or year."""
        if self.date:
            return self.date
        if self.period:
            return self.period.start
        return datetime.date(self.year, 9 if self.school_year else 1, 1)


def template() -> str:
    """A commented request to fill in."""
    return files("assistant").joinpath("request_template.toml").read_text("utf-8")


def load_request(path: Path, issuer: Callable[[str], str] | None = None) -> Request:
    """The request in a TOML file. Raises UserError with one sentence where it cannot be used.

    ``issuer``: of last year's directive by the name that the file gives it, for a file that does not say who issues.
    """
    shown = quoted(str(path))
    try:
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise UserError(f"Không đọc được tệp yêu cầu {shown}: hãy kiểm tra tên tệp và thư mục.") from error
    if len(data) > SIZE_LIMIT:
        raise UserError(
            f"Tệp yêu cầu {shown} quá lớn: hãy kiểm tra lại, đây phải là tệp theo mẫu “chithi draft --template”."
        )
    try:
        given = tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        raise UserError(f"Tệp yêu cầu {shown} không ở bảng mã UTF-8: hãy lưu lại với bảng mã UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+)", str(error))
        where = f" ở dòng {place[1]}" if place else ""
        raise UserError(
            f"Tệp yêu cầu {shown} viết sai cú pháp TOML{where}: hãy so với mẫu “chithi draft --template”."
        ) from error
    if issuer is not None and "issuer" not in given and (told := issuer(str(given.get("previous", "")))):
        given["issuer"] = told
    return read_request(given, f"Tệp yêu cầu {shown}")


def read_request(given: Mapping[str, Any], source: str = "Yêu cầu") -> Request:
    """The request those values make. Raises UserError; ``source`` opens its sentence."""
    try:
        return Request.model_validate(given)
    except ValidationError as error:
        raise UserError(f"{source} {_told(error)}.") from error


_REASONS = {
    "missing": "còn thiếu trường",
    "int_type": "phải là số nguyên",
    "int_parsing": "phải là số nguyên",
    "int_from_float": "phải là số nguyên",
    "string_type": "phải là chữ trong dấu ngoặc kép",
    "string_too_short": "không được để trống",
    "bool_type": "phải là true hoặc false",
    "bool_parsing": "phải là true hoặc false",
    "tuple_type": "phải là danh sách trong ngoặc vuông",
    "date_type": "phải là một ngày, ví dụ “03/9/2026”",
    "date_from_datetime_parsing": "phải là một ngày, ví dụ “03/9/2026”",
    "date_from_datetime_inexact": "phải là một ngày, không kèm giờ",
    "model_type": "phải là một bảng các trường",
    "model_attributes_type": "phải là một bảng các trường",
}


def _told(error: ValidationError) -> str:
    """The first problem in one sentence, without its full stop."""
    # A target is a table or a line; of the two complaints pydantic makes, the one about the table helps.
    problems = sorted(error.errors(), key=lambda p: "str" in p["loc"])
    first = problems[0]
    where = _where(first["loc"])
    kind = first["type"]
    if kind == "extra_forbidden":
        return f"có trường lạ “{where}”: hãy bỏ hoặc sửa theo mẫu “chithi draft --template”"
    if kind == "missing":
        return f"còn thiếu trường “{where}” ({_description(first['loc'])})"
    if where == "year":
        return "có trường “year” không phải là một năm (số nguyên từ 2000 đến 2100)"
    if kind == "literal_error":
        allowed = str(first.get("ctx", {}).get("expected", "")).replace(" or ", ", ").replace("'", "").strip(", ")
        return f"có trường “{where}” phải là một trong: {allowed}"
    own = first.get("ctx", {}).get("error")
    reason = (
        str(own) if kind == "value_error" and own is not None else _REASONS.get(kind, "không dùng được giá trị này")
    )
    return f"có trường “{where}” {reason}" if where else reason


def _where(place: tuple[int | str, ...]) -> str:
    """“targets 2, value”."""
    words: list[str] = []
    for part in place:
        if isinstance(part, int):
            words[-1] += f" {part + 1}"
        elif not part[:1].isupper() and part != "str" and "[" not in part:
            words.append(part)
    return ", ".join(words)


def _description(place: tuple[int | str, ...]) -> str:
    parts: dict[str, type[BaseModel]] = {"targets": Target, "period": Period, "signer": Signer}
    owner = parts.get(str(place[0]), Request)
    field = owner.model_fields.get(str(place[-1]))
    return (field.description or "") if field else ""
