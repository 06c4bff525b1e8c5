namespace NewsDiff.Languages;

/// <summary>The words of Thai.</summary>
internal static class Thai
{
    public static readonly Language Words = new()
    {
        Codes = "th",
        Months =
            "มกราคม มค,กุมภาพันธ์ กพ,มีนาคม มีค,เมษายน เมย,พฤษภาคม พค,มิถุนายน มิย,กรกฎาคม กค,สิงหาคม สค,กันยายน กย,"
            + "ตุลาคม ตค,พฤศจิกายน พย,ธันวาคม ธค",
        Weekdays =
            "วันจันทร์ จันทร์,วันอังคาร อังคาร,วันพุธ พุธ,วันพฤหัสบดี พฤหัสบดี,วันศุกร์ ศุกร์,วันเสาร์ เสาร์,"
            + "วันอาทิตย์ อาทิตย์",
        Am = "ก่อนเที่ยง",
        Pm = "หลังเที่ยง",
        ClockWords = "เวลา น",
        HalfParticles = "นาฬิกา น",
        UpdateLabels = ["อัปเดต"],
        PublishLabels = ["เผยแพร่"],
        BylineOpenings = ["โดย", "เขียนโดย", "เรื่องโดย", "ผู้เขียน", "ผู้สื่อข่าว", "เรื่อง"],
        NameJoints = [" และ "],
        CorrectionLabels = ["แก้ไขข่าว", "แก้ไข", "แก้คำผิด"],
        CommentWords = "ความคิดเห็น",
    };
}
