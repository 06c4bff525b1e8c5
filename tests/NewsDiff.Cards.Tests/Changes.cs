namespace NewsDiff.Cards.Tests;

/// <summary>Changes that cards are tried on.</summary>
internal static class Changes
{
    public static ArticleChange Ferry { get; } = Of(
        "Ferry returns to the islands after storm",
        "Ferry cancelled again as storm returns to the islands",
        "The operator has 14 days to answer, and the board was told of it on Monday.",
        "The operator has 28 days to answer, and the board was not told of it on Monday.");

    public static ArticleChange Of(
        string oldTitle, string newTitle, string oldText = "It rains.", string newText = "It rains.",
        string? language = null) =>
        new(Version(1, oldTitle, oldText, language), Version(2, newTitle, newText, language));

    private static ArticleVersion Version(int number, string title, string text, string? language)
    {
        var article = new Article
        {
            Url = new Uri("https://news.example/ferry"),
            Title = title,
            Language = language,
            Paragraphs = [new Paragraph(text)],
        };
        return new ArticleVersion
        {
            ArticleId = "ferry",
            Number = number,
            SeenAt = new DateTimeOffset(2026, 11, 27, 14, number, 0, TimeSpan.Zero),
            Article = article,
            ContentHash = ContentHash.Compute(article),
        };
    }
}
