namespace NewsDiff.Research.Tests;

/// <summary>Articles of several sources and months.</summary>
internal static class CorpusArticles
{
    internal const string Harbour = "The harbour was closed on Monday, after the \"storm\" had broken two cranes.";
    internal const string Ferry = "A ferry with ninety passengers waited outside the bay until the wind fell.";
    internal const string Council = "The council will decide next week who pays for the repairs of the quay.";

    /// <summary>Three versions of each article: of May, of May and of June.</summary>
    internal static async IAsyncEnumerable<ArticleHistory> Read(int count, int hosts = 3)
    {
        string hundred = Ferry.Replace("ninety", "a hundred", StringComparison.Ordinal);
        for (int i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return new ArticleHistory(
            [
                Make(i, hosts, 1, new DateTime(2026, 5, 3), Harbour, Ferry),
                Make(i, hosts, 2, new DateTime(2026, 5, 31, 23, 59, 59), $"{Harbour} {hundred}", Council),
                Make(i, hosts, 3, new DateTime(2026, 6, 1), Harbour, hundred),
            ]);
        }
    }

    private static ArticleVersion Make(int article, int hosts, int number, DateTime seenAt, params string[] paragraphs)
    {
        var content = new Article
        {
            Url = new Uri(FormattableString.Invariant($"https://host{article % hosts}.example/{article}")),
            Title = number == 1 ? "Ferry late" : "Ferry lost",
            Language = "en",
            PublishedAt = new ArticleDate(
                new DateTime(2026, 5, 2, 8, 0, 0), DatePrecision.Minute, TimeSpan.FromHours(2)),
            ModifiedAt = number < 3 ? null : new ArticleDate(new DateTime(2026, 6, 1), DatePrecision.Day),
            Paragraphs =
            [
                .. paragraphs.Select(text => new Paragraph(text)),
                new Paragraph("Weather", ParagraphKind.Heading),
            ],
        };
        return new ArticleVersion
        {
            ArticleId = FormattableString.Invariant($"article-{article}"),
            Number = number,
            SeenAt = new DateTimeOffset(seenAt, TimeSpan.Zero),
            Article = content,
            ContentHash = ContentHash.Compute(content),
        };
    }
}
