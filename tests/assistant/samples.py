"""Two directives of issuers that do not exist, for tests that need texts of their own."""

from __future__ import annotations

LANG_HA = """ỦY BAN NHÂN DÂN
TỈNH LẠNG HÀ
Số: {number:02}/CT-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lạng Hà, ngày 15 tháng 01 năm {year}

CHỈ THỊ
Về việc phát động phong trào thi đua năm {year}

Năm {year} là năm tỉnh Lạng Hà hoàn thành đường ven hồ Đá Dựng.

Chủ tịch Ủy ban nhân dân tỉnh phát động phong trào thi đua năm {year} với chủ đề “Vững tay chèo, sáng mái trường”, như sau:

1. Mục tiêu

Mỗi xã chọn một việc khó để làm cho xong trong năm.

2. Chỉ tiêu

a) Trồng mới {forest} ha rừng.

b) Giảm 1,5% hộ nghèo.

3. Nội dung thi đua

Thi đua nuôi cá lồng, giữ nước hồ trong, đón khách tử tế.

4. Thời gian thi đua: Từ ngày phát động đến hết ngày 31 tháng 12 năm {year}.

5. Tổ chức thực hiện

Sở Nội vụ theo dõi, đôn đốc việc thực hiện Chỉ thị này./.

Nơi nhận:
- Thường trực Tỉnh ủy;
- Các sở, ban, ngành;
- Lưu: VT, NC.

CHỦ TỊCH

Lò Văn Thuận
"""

BAI_SAU = """ỦY BAN NHÂN DÂN
PHƯỜNG BÃI SÂU
Số: 21/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bãi Sâu, ngày 03 tháng 02 năm 2025

KẾ HOẠCH
Phát động phong trào thi đua năm 2025 trên địa bàn phường Bãi Sâu

I. MỤC ĐÍCH, YÊU CẦU

Giữ sạch ngõ phố, mỗi tổ dân phố có một điểm sinh hoạt chung.

II. NỘI DUNG THI ĐUA

Dọn kênh Cầu Gáo vào sáng thứ bảy hằng tuần.

III. TỔ CHỨC THỰC HIỆN

Phòng Văn hóa - Xã hội hướng dẫn các tổ dân phố thực hiện Kế hoạch này./.

Nơi nhận:
- Các tổ dân phố;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Tô Thị Hiên
"""


def lang_ha(year: int, number: int = 3, forest: int = 1250) -> str:
    """The directive of the province for ``year``."""
    return LANG_HA.format(year=year, number=number, forest=forest)
