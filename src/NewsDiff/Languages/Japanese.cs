namespace NewsDiff.Languages;

/// <summary>The words of Japanese.</summary>
internal static class Japanese
{
    public static readonly Language Words = new()
    {
        Codes = "ja",
        WritesYearFirst = true,
        Morning = "午前 朝",
        Small = "未明",
        Midday = "正午 昼",
        Afternoon = "夕方",
        Later = "午後",
        Evening = "晚",
        Night = "夜 深夜",
        DateParticles = "年 月 日",
        UpdateLabels = ["更新"],
        PublishLabels = ["公開", "発行", "発表"],
        Labels = ["広告"],
        TranscriptLabels = ["文字起こし"],
        CorrectionLabels = ["訂正", "おわびと訂正", "お詫びと訂正"],
        CorrectionSentences = ["この記事の以前の", "当初の記事で"],
        ErrorTitles = ["ページが見つかりません"],
    };
}
