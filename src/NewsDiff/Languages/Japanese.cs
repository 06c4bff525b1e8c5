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
        BylineOpenings = ["文", "記者", "執筆", "執筆者", "筆者", "著者", "取材・文", "ライター"],
        TitlesAfterNames = ["記者", "編集委員", "論説委員", "特派員"],
        Labels = ["広告"],
        TranscriptLabels = ["文字起こし"],
        CorrectionLabels = ["訂正", "おわびと訂正", "お詫びと訂正"],
        CorrectionSentences = ["この記事の以前の", "当初の記事で"],
        CommentWords = "コメント",
        ErrorTitles = ["ページが見つかりません"],
        NoticePhrases = ["お詫びして訂正", "おわびして訂正", "公開後に修正", "掲載後に修正", "公開後に訂正"],
        DatedNotices = "追記 更新 訂正 修正",
        Negations = "ない ません なかった せず 不 未",
        HedgeWords = "可能性 かもしれ 恐れ おそれ 疑い とみられ 見られ 模様 もよう らしい ようだ 見通し 見込み 推定 確認 約 およそ ほぼ",
        SayingWords = "述べ 話し 語っ 明らかにし 発表し によると によれば としている 説明し 伝え 報じ コメント 関係者",
    };
}
