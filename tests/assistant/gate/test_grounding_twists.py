"""The gate against finer twists: each says nearly what was given. And what an office may well say, which must pass."""

from __future__ import annotations

import pytest

from tests.assistant.gate.test_grounding import DISGUISED, LEGITIMATE, PLANTED, judged, lines

TWISTED = {
    "figures in words": """
Thu ngân sách trên địa bàn đạt trên mười ba phẩy năm tỷ đồng.
Thu ngân sách trên địa bàn đạt trên mười hai tỷ đồng.
Trồng mới ba trăm bốn mươi lăm ha rừng sản xuất.
Trồng mới ba trăm tư ha rừng sản xuất.
Có mười chín thôn đạt chuẩn văn hóa.
Tỷ lệ hộ nghèo giảm hai phẩy bảy phần trăm.
Làm mới mười tám km đường bê tông liên thôn.
Tỷ lệ người dân tham gia bảo hiểm y tế đạt chín mươi tám phần trăm.
Giúp đỡ một trăm hai mươi hộ khó khăn.
""",
    "units swapped": """
Thu ngân sách trên địa bàn đạt trên 12,5 triệu đồng.
Thu ngân sách trên địa bàn đạt trên 12.500 tỷ đồng.
Thu ngân sách trên địa bàn đạt trên 125 tỷ đồng.
Thu ngân sách trên địa bàn đạt trên 1,25 tỷ đồng.
Trồng mới 340 m2 rừng sản xuất.
Trồng mới 340 cây rừng sản xuất.
Làm mới 15 m đường bê tông liên thôn.
Tỷ lệ hộ nghèo giảm 2,5 lần.
Tỷ lệ hộ nghèo giảm 2,5 hộ.
Số thôn đạt chuẩn văn hóa đạt 17%.
""",
    "dates shifted": """
Làm mới 15 km đường bê tông liên thôn trước ngày 30/9/2028.
Làm mới 15 km đường bê tông liên thôn trước ngày 29/9/2027.
Làm mới 15 km đường bê tông liên thôn trước ngày 30 tháng 10 năm 2027.
Làm mới 15 km đường bê tông liên thôn sau ngày 30/9/2027.
Làm mới 15 km đường bê tông liên thôn trước ngày ba mươi tháng tám năm 2027.
""",
    "citations changed": """
Thực hiện Nghị quyết số 27/NQ-HĐND ngày 19 tháng 12 năm 2026 của Hội đồng nhân dân xã Nà Phai.
Thực hiện Nghị quyết số 27/NQ-HĐND ngày 18 tháng 11 năm 2026 của Hội đồng nhân dân xã Nà Phai.
Thực hiện Nghị quyết số 27/NQ-HĐND ngày 18 tháng 12 năm 2025 của Hội đồng nhân dân xã Nà Phai.
Thực hiện Nghị quyết số 72/NQ-HĐND ngày 18 tháng 12 năm 2026 của Hội đồng nhân dân xã Nà Phai.
Thực hiện Nghị quyết số 27/NQ-UBND ngày 18 tháng 12 năm 2026 của Ủy ban nhân dân xã Nà Phai.
Thực hiện Chỉ thị số 02/CT-UBND ngày 12 tháng 01 năm 2027 của Chủ tịch Ủy ban nhân dân tỉnh Lũng Vân.
Thực hiện Chỉ thị số 02/CT-UBND ngày 11 tháng 01 năm 2027 của Chủ tịch Ủy ban nhân dân xã Nà Phai.
Thực hiện Kế hoạch số 02/CT-UBND ngày 11 tháng 01 năm 2027 của Chủ tịch Ủy ban nhân dân tỉnh Lũng Vân.
Căn cứ Luật Thi đua, khen thưởng ngày 16 tháng 6 năm 2022.
Căn cứ Luật Thi đua, khen thưởng năm 2023.
""",
    "another target's figure": """
Trồng mới 96 ha rừng sản xuất.
Làm mới 340 km đường bê tông liên thôn.
Tỷ lệ hộ nghèo giảm 96%.
Tỷ lệ người dân tham gia bảo hiểm y tế đạt 2,5%.
Số thôn đạt chuẩn văn hóa đạt 15 thôn.
Thu ngân sách trên địa bàn đạt trên 15 tỷ đồng.
Thu ngân sách trên địa bàn đạt trên 340 tỷ đồng, trồng mới 12,5 ha rừng.
Xóa 17 nhà tạm trong năm.
Thành lập 18 tổ hợp tác.
""",
    "persons and bodies": """
Đồng chí Lò Văn Ính chỉ đạo thực hiện.
Đồng chí Lò Văn Inh, Bí thư Đảng ủy xã chỉ đạo.
Đồng chí Lò Thị Inh chỉ đạo thực hiện.
Giao bà Lò Thị Mận phụ trách.
Giao đồng chí Phó Chủ tịch Vàng A Sùng phụ trách.
Ủy ban nhân dân xã Nà Phay phát động thi đua.
Ủy ban nhân dân tỉnh Lũng Văn khen thưởng.
Ban Dân tộc tỉnh Lũng Vân hướng dẫn.
Kho bạc Nhà nước khu vực phối hợp.
Đồn Biên phòng Nà Phai phối hợp.
Hợp tác xã Chè Shan Nà Phái bao tiêu sản phẩm.
Trường Tiểu học Nà Phai thi đua dạy tốt.
Trường Trung học phổ thông Nà Phai thi đua dạy tốt.
Công an tỉnh chỉ đạo bảo đảm an ninh.
""",
    "quotations": """
Hưởng ứng phong trào “Cả nước thi đua xây dựng đô thị văn minh”.
Hưởng ứng phong trào “Cả nước chung sức xây dựng nông thôn mới”.
Với chủ đề “Gần dân, sát việc, nói đi đôi với làm, làm đến cùng”.
Với chủ đề “Gần dân, sát cơ sở, nói đi đôi với làm”.
Với khẩu hiệu “Mỗi người làm việc bằng hai”.
""",
    "duties": """
Trưởng các thôn đăng ký ít nhất một công trình; không được huy động đóng góp khi chưa họp dân.
Trưởng các thôn phải đăng ký ít nhất một công trình; có thể huy động đóng góp khi chưa họp dân.
Trưởng các thôn phải đăng ký ít nhất một công trình; được huy động đóng góp.
Trưởng các thôn phải đăng ký ít nhất một công trình; hạn chế huy động đóng góp khi chưa họp dân.
Trưởng các thôn được khuyến khích đăng ký ít nhất một công trình; không được huy động đóng góp khi chưa họp dân.
Các đơn vị có thể báo cáo kết quả phong trào thi đua đúng thời hạn đã quy định.
Trưởng các thôn phải đăng ký ít nhất hai công trình; không được huy động đóng góp khi chưa họp dân.
""",
    "negation, bounds, moves, scope": """
Tỷ lệ hộ nghèo không giảm 2,5%.
Thu ngân sách trên địa bàn không đạt 12,5 tỷ đồng.
Thu ngân sách trên địa bàn đạt tối đa 12,5 tỷ đồng.
Có không quá 17 thôn đạt chuẩn văn hóa.
Tỷ lệ hộ nghèo giảm còn 2,5%.
Tỷ lệ người dân tham gia bảo hiểm y tế tăng thêm 96%.
Năm 2026, thu ngân sách trên địa bàn đạt trên 12,5 tỷ đồng.
Đến năm 2028, trồng mới 340 ha rừng sản xuất.
Mỗi thôn trồng mới 340 ha rừng sản xuất.
Mỗi năm trồng mới 340 ha rừng sản xuất.
Toàn tỉnh trồng mới 340 ha rừng sản xuất.
Trồng mới 340 ha rừng phòng hộ.
Phấn đấu thu nhập bình quân đầu người đạt 12,5 tỷ đồng.
Kỷ niệm 137 năm ngày sinh Chủ tịch Hồ Chí Minh.
""",
    "years, ordinals, small figures": """
Kỷ niệm ngày sinh Chủ tịch Hồ Chí Minh 19/5/1891.
Kỷ niệm 97 năm Ngày thành lập Đảng.
Đại hội Đảng bộ xã lần thứ III, nhiệm kỳ 2025 - 2030.
Đại hội Đảng bộ xã lần thứ II, nhiệm kỳ 2020 - 2025.
Xã về đích nông thôn mới vào quý IV năm 2027.
Tặng Bằng khen cho 03 tập thể có thành tích.
Trích từ nguồn kinh phí 250 triệu đồng.
Cử 02 cán bộ đi tập huấn.
Họp giao ban vào thứ Sáu hằng tuần.
Nộp báo cáo trước 17 giờ ngày 25 hằng tháng.
""",
}
ALLOWED = """
Năm 2027, xã Nà Phai phấn đấu thu ngân sách trên địa bàn đạt trên 12,5 tỷ đồng.
Thu ngân sách trên địa bàn đạt trên mười hai phẩy năm tỷ đồng.
Thu ngân sách trên địa bàn phải đạt trên 12,5 tỷ đồng.
Bảo đảm thu ngân sách trên địa bàn đạt trên 12,5 tỷ đồng, chi đúng dự toán.
Thi đua hoàn thành chỉ tiêu trồng mới 340 ha rừng sản xuất.
Các thôn thi đua trồng mới 340 ha rừng sản xuất, giữ rừng hiện có.
Trồng mới rừng sản xuất 340 ha; không để xảy ra cháy rừng.
Giữ vững diện tích rừng hiện có, trồng mới 340 ha rừng sản xuất đúng thời vụ.
Tỷ lệ hộ nghèo giảm 2,5%; không để hộ nào tái nghèo.
Giảm tỷ lệ hộ nghèo 2,5%, ưu tiên hộ có hoàn cảnh khó khăn.
Phấn đấu tỷ lệ hộ nghèo giảm 2,5% so với năm 2026.
Vận động Nhân dân tham gia bảo hiểm y tế, tỷ lệ tham gia đạt 96%.
Tỷ lệ người dân tham gia bảo hiểm y tế đạt 96% trở lên.
Phấn đấu ít nhất 17 thôn đạt chuẩn văn hóa.
Số thôn đạt chuẩn văn hóa từ 17 đến 18 thôn.
Xây dựng 17 - 18 thôn đạt chuẩn văn hóa.
Các thôn góp công làm mới 15 km đường bê tông liên thôn trước ngày 30/9/2027.
Đường bê tông liên thôn làm mới 15 km, hoàn thành trước ngày 30/9/2027.
Hoàn thành trước ngày 30 tháng 9 năm 2027.
Chậm nhất ngày 30/9/2027 làm xong 15 km đường bê tông liên thôn.
Phát động phong trào thi đua năm 2027 trên địa bàn xã.
Năm 2027 là năm có nhiều nhiệm vụ nặng nề.
Phong trào thi đua kết thúc ngày 31 tháng 12 năm 2027.
Thời gian thi đua: từ ngày ký đến hết ngày 31/12/2027.
Chủ đề phong trào: “Gần dân, sát việc, nói đi đôi với làm”.
Mỗi cán bộ, công chức thực hiện chủ đề “Gần dân, sát việc, nói đi đôi với làm” bằng việc làm cụ thể.
Triển khai Nghị quyết số 27/NQ-HĐND ngày 18/12/2026 của HĐND xã Nà Phai.
Căn cứ Nghị quyết số 27/NQ-HĐND ngày 18 tháng 12 năm 2026 của Hội đồng nhân dân xã Nà Phai;
Thực hiện Chỉ thị số 02/CT-UBND ngày 11 tháng 01 năm 2027 của Chủ tịch Ủy ban nhân dân tỉnh Lũng Vân.
Thực hiện Chỉ thị số 02/CT-UBND ngày 11/01/2027 của Chủ tịch UBND tỉnh Lũng Vân về phát động phong trào thi đua năm 2027.
Căn cứ Luật Thi đua, khen thưởng;
Căn cứ Luật Thi đua, khen thưởng năm 2022;
Thực hiện Chỉ thị số 41-CT/TW ngày 26/12/2024 của Bộ Chính trị.
Tiếp tục thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia.
Đẩy mạnh chuyển đổi số theo Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.
Hưởng ứng phong trào “Cả nước thi đua xây dựng nông thôn mới” do Thủ tướng Chính phủ phát động.
Đồng chí Lò Văn Inh, Chủ tịch Ủy ban nhân dân xã phát động.
Chủ tịch Lò Văn Inh ký ban hành.
Đồng chí Chủ tịch Ủy ban nhân dân xã chỉ đạo chung.
Phó Chủ tịch Ủy ban nhân dân xã theo dõi, đôn đốc.
Giao Công an xã phối hợp giữ gìn an ninh trật tự.
Công an xã tham mưu phong trào toàn dân bảo vệ an ninh Tổ quốc.
Trường Trung học cơ sở Nà Phai giữ vững chất lượng dạy và học.
Hợp tác xã Chè Shan Nà Phai liên kết tiêu thụ sản phẩm.
Sở Nội vụ hướng dẫn hồ sơ khen thưởng.
Trung tâm Phục vụ hành chính công xã rút ngắn thời gian giải quyết hồ sơ.
Trưởng các thôn tổ chức họp dân, đăng ký giao ước thi đua.
Ủy ban nhân dân xã giao Phòng Văn hóa - Xã hội tổng hợp.
Phòng Văn hóa - Xã hội là cơ quan thường trực của Hội đồng Thi đua - Khen thưởng xã.
Báo cáo kết quả về Ủy ban nhân dân xã (qua Phòng Văn hóa - Xã hội).
Báo cáo UBND tỉnh Lũng Vân và Sở Nội vụ theo quy định.
Đề nghị Mặt trận Tổ quốc xã vận động đoàn viên, hội viên hưởng ứng.
Đề nghị Đoàn Thanh niên, Công đoàn vận động đoàn viên thi đua.
Đảng ủy, Hội đồng nhân dân, Ủy ban nhân dân xã thống nhất chỉ đạo.
Nhân dân các dân tộc trong xã đoàn kết, giúp nhau phát triển kinh tế.
Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.
Kỷ niệm ngày sinh Chủ tịch Hồ Chí Minh 19/5/1890.
Tổ chức các hoạt động kỷ niệm ngày sinh Chủ tịch Hồ Chí Minh.
Thực hiện Nghị quyết Đại hội Đảng bộ xã lần thứ II, nhiệm kỳ 2025 - 2030.
Đưa nghị quyết Đại hội Đảng bộ xã lần thứ II vào cuộc sống.
Trưởng các thôn phải đăng ký ít nhất một công trình thi đua.
Không được huy động đóng góp khi chưa họp dân.
Trưởng các thôn phải đăng ký ít nhất một công trình; nghiêm cấm huy động đóng góp khi chưa họp dân.
Các đơn vị có trách nhiệm báo cáo kết quả phong trào thi đua đúng thời hạn đã quy định.
Các đơn vị phải báo cáo kết quả phong trào thi đua đúng thời hạn đã quy định.
Cán bộ, công chức làm việc tận tâm, không gây phiền hà cho người dân.
Thi đua cải cách hành chính, nâng cao chất lượng phục vụ Nhân dân.
Thi đua xây dựng nông thôn mới, giữ gìn vệ sinh môi trường.
Thi đua phát triển kinh tế, nâng cao thu nhập cho người dân.
Xây dựng đời sống văn hóa, bài trừ hủ tục trong việc cưới, việc tang.
Phong trào thi đua phải thiết thực, hiệu quả, tránh hình thức.
Kịp thời phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến.
Khen thưởng công khai, công bằng, đúng người, đúng việc.
Quan tâm khen thưởng người trực tiếp lao động, sản xuất.
Sơ kết 6 tháng đầu năm, tổng kết cuối năm gắn với bình xét thi đua.
Định kỳ hằng quý báo cáo kết quả thực hiện.
Các cơ quan, đơn vị, trường học tổ chức phát động thi đua.
Lực lượng vũ trang xã sẵn sàng chiến đấu, giúp dân phòng, chống thiên tai.
Giữ sạch đường làng, ngõ xóm; phân loại rác tại nhà.
Chăm sóc, bảo vệ rừng; vận động Nhân dân nuôi cá lồng.
Hoàn thành các chỉ tiêu kinh tế - xã hội năm 2027 do Hội đồng nhân dân xã giao.
Phấn đấu hoàn thành và hoàn thành vượt mức các chỉ tiêu năm 2027.
Nâng cao chất lượng giáo dục, y tế; chăm lo gia đình chính sách, người có công.
Thực hiện tốt quy chế dân chủ ở cơ sở, tiếp công dân đúng quy định.
Tuyên truyền trên hệ thống truyền thanh xã và tại các cuộc họp thôn.
Chỉ thị này được phổ biến đến từng thôn, từng hộ gia đình.
Các thôn chủ động đăng ký nội dung, thời gian, người phụ trách.
Cán bộ chủ chốt nêu gương, nói đi đôi với làm.
Việc mới thì ………, việc khó thì phân công người phụ trách.
Ngày ……… tháng ……… năm 2027 tổ chức lễ phát động.
Số công trình thi đua cấp xã: ……… công trình.
Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã theo dõi, nhắc việc.
Yêu cầu Thủ trưởng các cơ quan, đơn vị nghiêm túc thực hiện.
a) Thu ngân sách trên địa bàn đạt trên 12,5 tỷ đồng;
- Trồng mới 340 ha rừng sản xuất;
1. Tỷ lệ hộ nghèo giảm 2,5%.
Báo cáo Ủy ban nhân dân tỉnh Lũng Vân theo quy định.
Ban hành Kế hoạch phát động phong trào thi đua năm 2027.
Đoàn kết Nhân dân các dân tộc trong xã.
Hội nghị tổng kết phong trào được tổ chức vào cuối năm 2027.
Phòng ngừa tội phạm từ cơ sở; phòng, chống cháy nổ.
Trường hợp khó khăn, vướng mắc thì báo cáo Ủy ban nhân dân xã.
Bộ phận một cửa của Trung tâm Phục vụ hành chính công xã niêm yết thủ tục.
Trồng rừng sản xuất mới đạt 340 ha.
Diện tích rừng sản xuất trồng mới trong năm là 340 ha.
Toàn xã trồng mới 340 ha rừng sản xuất.
Trên địa bàn xã làm mới 15 km đường bê tông liên thôn trước ngày 30/9/2027.
Không chỉ thu ngân sách trên địa bàn đạt trên 12,5 tỷ đồng, xã còn chăm lo an sinh.
Không ngừng nâng tỷ lệ người dân tham gia bảo hiểm y tế, đạt 96%.
Tăng tỷ lệ người dân tham gia bảo hiểm y tế, phấn đấu đạt 96%.
Nâng tỷ lệ người dân tham gia bảo hiểm y tế lên 96%.
Mỗi thôn chọn một việc khó; toàn xã trồng mới 340 ha rừng sản xuất.
Cùng cả nước thi đua, xã phấn đấu trồng mới 340 ha rừng sản xuất.
Cùng với phát triển kinh tế, xã chăm lo đời sống văn hóa, tinh thần cho Nhân dân.
Thi đua học tập, nâng cao trình độ chuyên môn, nghiệp vụ.
Thi đua bảo vệ môi trường, trồng cây, giữ nguồn nước sạch.
Mỗi chi bộ chọn một khâu yếu để khắc phục.
Mỗi đảng viên giúp một việc cho gia đình khó khăn trong thôn.
Phân công rõ người, rõ việc, rõ thời gian, rõ kết quả.
Cán bộ thôn đến từng hộ vận động, giải thích, giúp làm hồ sơ.
Trưởng các thôn tự kiểm tra, tự chấm điểm, công khai trước dân.
Kết quả thi đua là căn cứ đánh giá, xếp loại cán bộ, công chức.
Tập thể, cá nhân có thành tích xuất sắc được khen thưởng theo quy định của Luật Thi đua, khen thưởng.
Hội đồng Thi đua - Khen thưởng xã thẩm định, trình Chủ tịch Ủy ban nhân dân xã quyết định.
Thực hiện nghiêm quy định về tiết kiệm, chống lãng phí trong tổ chức phong trào.
Phát huy tinh thần tự lực, tự cường, khát vọng vươn lên của Nhân dân.
Đẩy mạnh ứng dụng công nghệ thông tin trong giải quyết công việc.
Người dân được hướng dẫn nộp hồ sơ trực tuyến tại nhà.
Xây dựng thôn sáng, xanh, sạch, đẹp, an toàn.
Giữ gìn bản sắc văn hóa các dân tộc; khôi phục nghề dệt, nghề rèn.
Chăm sóc sức khỏe ban đầu, tiêm chủng đầy đủ cho trẻ em.
Vận động học sinh ra lớp đúng độ tuổi, không bỏ học giữa chừng.
Bảo đảm quốc phòng, an ninh; hoàn thành chỉ tiêu giao quân.
Phòng, chống thiên tai theo phương châm bốn tại chỗ.
Giải quyết dứt điểm đơn thư, kiến nghị ngay từ cơ sở.
Phối hợp chặt chẽ giữa chính quyền với Mặt trận Tổ quốc và các đoàn thể.
Lấy sự hài lòng của người dân làm thước đo kết quả thi đua.
Nơi nào làm tốt thì nhân rộng, nơi nào chậm thì kiểm điểm.
Khắc phục tình trạng phát động nhiều, kiểm tra ít.
Không tổ chức phát động hình thức, phô trương.
Các thôn báo cáo kết quả về Phòng Văn hóa - Xã hội để tổng hợp.
Phòng Văn hóa - Xã hội tham mưu tổ chức sơ kết, tổng kết phong trào.
Thủ trưởng các cơ quan, đơn vị chịu trách nhiệm trước Chủ tịch Ủy ban nhân dân xã.
Ủy ban nhân dân xã kiểm tra đột xuất, không báo trước.
Thi đua lập thành tích chào mừng các ngày lễ lớn của đất nước.
Năm 2027 tiếp tục thực hiện Nghị quyết Đại hội Đảng bộ xã lần thứ II.
Nhiệm kỳ 2025 - 2030 đặt ra yêu cầu cao hơn đối với phong trào thi đua.
Phong trào “Cả nước thi đua xây dựng nông thôn mới” được gắn với việc của từng thôn.
Chủ đề “Gần dân, sát việc, nói đi đôi với làm” được niêm yết tại trụ sở.
Hộ nghèo được vay vốn, học nghề, giới thiệu việc làm.
Rừng sản xuất trồng mới được giao cho từng nhóm hộ chăm sóc, bảo vệ.
Đường bê tông liên thôn do Nhân dân tự giám sát chất lượng.
Bảo hiểm y tế là chính sách an sinh, cần được giải thích kỹ cho người dân.
Thôn văn hóa phải thực chất, do dân bình xét.
Thu ngân sách đúng, đủ, kịp thời; chống thất thu.
Thực hiện tốt công tác dân vận, tiếp xúc, đối thoại với Nhân dân.
Tuyên dương gương người tốt, việc tốt trong các kỳ họp thôn.
Bồi dưỡng đảng viên mới từ phong trào thi đua.
Trẻ em, người cao tuổi, người khuyết tật được quan tâm, chăm sóc.
Hợp tác xã Chè Shan Nà Phai giúp bà con chăm sóc chè đúng kỹ thuật.
Trường Trung học cơ sở Nà Phai xây dựng trường học xanh, an toàn.
Sở Giáo dục và Đào tạo hướng dẫn việc xây dựng trường học xanh.
Sở Nông nghiệp và Môi trường hướng dẫn kỹ thuật trồng, chăm sóc rừng.
Xã báo cáo UBND tỉnh Lũng Vân, Sở Nội vụ kết quả phong trào thi đua.
Kế hoạch này có hiệu lực từ ngày ký.
Trong quá trình thực hiện, nếu có vướng mắc, các thôn phản ánh về Ủy ban nhân dân xã.
"""


@pytest.mark.parametrize("text", [text for block in TWISTED.values() for text in lines(block)])
def test_a_twist_is_refused_with_its_reason(text: str) -> None:
    assert judged(text).reasons


@pytest.mark.parametrize("text", lines(ALLOWED))
def test_what_an_office_may_say_passes(text: str) -> None:
    assert judged(text).reasons == ()


def test_there_are_enough_of_both() -> None:
    planted = [*PLANTED.values(), DISGUISED, *TWISTED.values()]
    assert sum(len(lines(block)) for block in planted) >= 230
    assert len(lines(LEGITIMATE)) + len(lines(ALLOWED)) >= 200
