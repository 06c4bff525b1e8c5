namespace NewsDiff.Languages;

/// <summary>The words of Vietnamese.</summary>
internal static class Vietnamese
{
    public static readonly Language Words = new()
    {
        Codes = "vi",
        CommonWords =
            "và của là có được cho các trong một không với người những đã này khi để về đến tại năm ông từ "
            + "cũng ra nhiều sau vào trên theo còn như nhưng bị do phải hơn việc sẽ đó",
        Months =
            "tháng_một,tháng_hai,tháng_ba,tháng_tư,tháng_năm,tháng_sáu,tháng_bảy,tháng_tám,tháng_chín,tháng_mười,"
            + "tháng_mười_một,tháng_mười_hai",
        Weekdays = "thứ_hai,thứ_ba,thứ_tư,thứ_năm,thứ_sáu,thứ_bảy,chủ_nhật",
        MonthSigns = "tháng thg",
        Am = "vi:sa",
        Pm = "vi:ch",
        Morning = "sáng",
        Midday = "trưa",
        Afternoon = "chiều",
        Evening = "tối",
        Night = "đêm",
        DateParticles = "ngày năm",
        ClockWords = "lúc vào",
        UpdateLabels = ["cập nhật"],
        PublishLabels = ["đăng"],
        BylineOpenings = ["tác giả", "viết bởi", "người viết", "thực hiện", "bài"],
        NameJoints = [" và "],
        Occupations = ["phóng viên"],
        CorrectionLabels = ["Đính chính"],
        CommentWords = "bình_luận",
    };
}
