"""Names every directive may use without having been given them: the State's own, awards, seasons, abbreviations."""

from __future__ import annotations

from checks.tables import words

COMMON = frozenset(
    line.strip()
    for line in """
Đảng
Đảng Cộng sản Việt Nam
Đảng bộ
Đảng ủy
Nhà nước
Nhân dân
Tổ quốc
Việt Nam
Quốc hội
Chính phủ
Thủ tướng
Thủ tướng Chính phủ
Bộ Chính trị
Ban Bí thư
Trung ương
Trung ương Đảng
Ban Chấp hành Trung ương Đảng
Bác Hồ
Bác
Hồ Chí Minh
Chủ tịch Hồ Chí Minh
Chủ tịch
Chủ tịch nước
Phó Chủ tịch
Giám đốc
Phó Giám đốc
Hiệu trưởng
Phó Hiệu trưởng
Bí thư
Phó Bí thư
Thủ trưởng
Trưởng
Phó Trưởng
Trưởng phòng
Trưởng ban
Bộ trưởng
Chánh Văn phòng
Văn phòng
Ủy ban nhân dân
Hội đồng nhân dân
Ủy ban
Hội đồng
Thường trực
Thường trực Hội đồng
Hội đồng Thi đua
Thi đua
Khen thưởng
Hội đồng Thi đua - Khen thưởng
Mặt trận Tổ quốc
Mặt trận Tổ quốc Việt Nam
Ủy ban Mặt trận Tổ quốc
Ủy ban Mặt trận Tổ quốc Việt Nam
Mặt trận
Đoàn
Đoàn Thanh niên
Công đoàn
Hội
Luật
Hiến pháp
Nghị định
Nghị quyết
Chỉ thị
Kế hoạch
Phát động
Quyết định
Thông tư
Kết luận
Hướng dẫn
Điều lệ
Đại hội
Đại hội Đảng
Luật Thi đua
Luật Thi đua, khen thưởng
Huân chương
Huy chương
Bằng khen
Giấy khen
Cờ thi đua
Chiến sĩ thi đua
Lao động tiên tiến
Tập thể lao động
Anh hùng
Bà mẹ Việt Nam anh hùng
Tết
Tết Nguyên đán
Nguyên đán
Quốc khánh
Quốc gia
Internet
UBND
HĐND
MTTQ
HTX
CNTT
BHYT
BHXH
GRDP
GDP
COVID-19
TP
TM
KT
TW
QH
CT
KH
KT-XH
QP-AN
TDTT
VHXH
VH-XH
THCS
THPT
""".splitlines()
    if line.strip()
)

ABBREVIATED = {
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "MTTQ": "Mặt trận Tổ quốc",
    "UBMTTQ": "Ủy ban Mặt trận Tổ quốc",
    "Uỷ ban": "Ủy ban",
    "uỷ ban": "ủy ban",
    "HTX": "hợp tác xã",
    "TTg": "Thủ tướng Chính phủ",
}

BODIES = (
    "Sở", "Ban", "Bộ", "Ủy ban", "Hội đồng", "Hội", "Trung tâm", "Công ty", "Tổng công ty", "Tập đoàn", "Trường", "Bệnh viện", "Cục", "Chi cục",
    "Tổng cục", "Vụ", "Viện", "Phòng", "Văn phòng", "Công an", "Đảng ủy", "Tỉnh ủy", "Thành ủy", "Liên đoàn", "Đoàn", "Quỹ", "Ngân hàng", "Báo",
    "Đài", "Hợp tác xã", "Học viện", "Đại học", "Kho bạc", "Bảo hiểm", "Thanh tra", "Tòa án", "Liên minh", "Hiệp hội", "Câu lạc bộ", "Nhà máy",
    "Doanh nghiệp", "Trạm", "Đồn", "Xí nghiệp", "Nông trường", "Nhà xuất bản", "Bảo tàng", "Thư viện", "Cảng", "Mặt trận", "Thuế", "Hải quan",
)  # fmt: skip
"""Words a body's name begins with; they may stand in small letters (“công ty Hoàng Gia”)."""

FAMILY_NAMES = words(
    """
    Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Lương Trịnh Mai Đoàn Tô Lâm Trương
    Đào Hà Cao Phùng Vương Tạ Thái Chu Lò Giàng Vàng Sùng Thào Nông Triệu Hứa Quách Cầm Lù Tăng La Mạc Kiều Nghiêm
    Tống Khuất Doãn Thạch Sơn Kim Danh Ksor Siu Rơ Điểu Vi Lục Bế Ma Quàng Tòng Cà Hạng Vừ Mùa Tẩn Chảo Lầu Hờ
    Lường Tráng Thân
    """
)
TITLES = ("đồng chí", "ông", "bà", "anh", "chị", "liệt sĩ", "anh hùng", "nhà giáo", "bác sĩ", "nghệ nhân", "nghệ sĩ")
