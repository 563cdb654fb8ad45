"""The accounts of the demo: one for every role, one published password.

All are marked `is_demo`; the settings for service neither make them nor start beside them.

`caoloc` and `ngoai` answered for a district until 30/6/2025 and hold a post since in the commune
that took it over: access follows the posts, and what the district left open came along.

People who act in the past of the demo but whom nobody needs to be have an account without a
usable password, because every act is recorded with an account.
"""

from functools import cache

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from reform_portal.common.models import User
from reform_portal.common.roles import Role

DEMO_PASSWORD = "demo-cchc-2024"

# user name, short name of the person, what the account shows
SIGN_IN = (
    ("truongban", "ho_tien_thieu", "Trưởng Ban Chỉ đạo: phê duyệt kế hoạch"),
    ("soanthao", "nguyen_hai_hoang", "Sở Nội vụ: soạn kế hoạch, lập đoàn, xếp lịch"),
    ("truongdoan", "sai_van_dong", "Trưởng đoàn: ghi nhận, công bố, kết luận"),
    ("thanhvien", "ly_thi_mai", "Thành viên đoàn: ghi nhận kết quả kiểm tra"),
    ("thuky", "luong_thu_trang", "Thư ký đoàn: biên bản, dự thảo"),
    (
        "caoloc",
        "hoang_van_nam",
        "UBND xã Đồng Đăng, tiếp nhận huyện Cao Lộc: giải trình, báo cáo khắc phục",
    ),
    (
        "ngoai",
        "tran_van_xa",
        "UBND xã Hoàng Văn Thụ, tiếp nhận huyện Văn Lãng: không thấy việc của Cao Lộc",
    ),
    ("kiemtoan", "vu_minh_khoa", "Theo dõi: đọc tất cả, không sửa"),
    ("quantri", "do_quang_tri", "Quản trị: đơn vị, con người, tài khoản"),
)
MARK = SIGN_IN[0][0]


def exist():
    """True when the demo is loaded here."""
    return User.objects.filter(username=MARK, is_demo=True).exists()


def give(person, key, roles):
    """An account with these roles for a person; only those of SIGN_IN can sign in."""
    names = {who: username for username, who, _shows in SIGN_IN}
    account = User.objects.create(
        username=names.get(key, f"demo-{key.replace('_', '-')}"),
        first_name=person.full_name,
        password=_password() if key in names else make_password(None),
        is_demo=True,
    )
    account.groups.set(Group.objects.get_or_create(name=Role(role))[0] for role in roles)
    person.account = account
    person.save()


@cache
def _password():
    """Hashing is slow by design; once for all accounts is enough for a published password."""
    return make_password(DEMO_PASSWORD)


def table():
    """User name and what it shows, in lines of equal columns."""
    return [f"{username:<12}{shows}" for username, _who, shows in SIGN_IN]
