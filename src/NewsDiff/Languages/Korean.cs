namespace NewsDiff.Languages;

/// <summary>The words of Korean.</summary>
internal static class Korean
{
    public static readonly Language Words = new()
    {
        Codes = "ko",
        WritesYearFirst = true,
        Am = "오전",
        Pm = "오후",
        Morning = "아침",
        Small = "새벽",
        Midday = "낮 점심 정오",
        Evening = "저녁",
        Night = "밤",
        DateParticles = "년 월 일",
        UpdateLabels = ["업데이트", "수정"],
        PublishLabels = ["게시", "등록", "입력"],
        BylineOpenings = ["문", "글", "기자", "작성자", "글쓴이", "취재"],
        TitlesAfterNames = ["기자", "특파원", "논설위원", "인턴기자", "선임기자", "전문기자", "객원기자", "칼럼니스트", "편집장"],
        Labels = ["광고"],
        TranscriptLabels = ["대본"],
        CorrectionLabels = ["정정", "바로잡습니다", "정정보도", "정정합니다", "바로잡음"],
        CorrectionSentences = ["이 기사의 이전", "본 기사의 이전"],
        CommentWords = "댓글",
        ErrorTitles = ["페이지를 찾을 수 없"],
        NoticePhrases = ["독자 여러분께 사과"],
        DatedNotices = "수정 정정",
        Negations = "않 안 못 없 아니 말라 불가 미정",
        HedgeWords = "가능성 수도 것으로 추정 의혹 혐의 듯 예상 전망 확인 약 가량 거의 용의자",
        SayingWords = "말했다 밝혔다 전했다 따르면 설명했다 강조했다 발표했다 덧붙였다 주장했다 관계자 대변인",
    };
}
