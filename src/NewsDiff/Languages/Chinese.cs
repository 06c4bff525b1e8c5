namespace NewsDiff.Languages;

/// <summary>The words of Chinese.</summary>
internal static class Chinese
{
    public static readonly Language Words = new()
    {
        Codes = "zh",
        Country = "CN",
        WritesYearFirst = true,
        Weekdays = "星期一 周一 週一,星期二 周二 週二,星期三 周三 週三,星期四 周四 週四,星期五 周五 週五,星期六 周六 週六,星期天 周天 週天",
        Pm = "下午",
        Morning = "上午 早上 早晨 清晨 清早",
        Small = "凌晨",
        Midday = "中午 正午",
        Afternoon = "傍晚 下晝",
        Evening = "晚上 晚间 晚間 晚",
        Night = "夜 深夜 夜间 夜間 半夜",
        DateParticles = "年 月 日",
        UpdateLabels = ["更新"],
        PublishLabels = ["发布", "發布"],
        BylineOpenings =
        [
            "记者", "記者", "作者", "撰文", "撰稿", "本报记者", "本報記者", "见习记者", "实习记者", "特约记者", "通讯员", "编译", "文",
        ],
        TitlesAfterNames = ["记者", "記者"],
        Labels = ["广告", "廣告"],
        TranscriptLabels = ["文字稿"],
        CorrectionLabels = ["更正", "勘误", "勘誤"],
        CorrectionSentences = ["本文早前", "本文早些时候"],
        CommentWords = "评论 評論 留言",
        ErrorTitles = ["页面不存在", "找不到頁面", "找不到页面"],
        NoticePhrases = ["特此更正", "本文已更正", "本文已作更正"],
        DatedNotices = "更新 更正 修订 修訂",
        Negations = "不 没 沒 无 無 非 未 否 别 勿",
        HedgeWords = "可能 或许 或許 也许 也許 大概 据称 據稱 疑似 涉嫌 似乎 预计 預計 估计 估計 证实 證實 大约 大約 约 約 将近 將近 据报 據報",
        SayingWords = "说 說 表示 称 稱 指出 告诉 告訴 宣布 透露 强调 強調 据 據 发言人 發言人 消息人士",
    };
}
