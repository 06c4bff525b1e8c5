using FsCheck;
using FsCheck.Fluent;

namespace NewsDiff.Tests.Rendering;

/// <summary>Articles to compare, and texts that mean harm.</summary>
internal static class Stories
{
    internal static readonly DateTimeOffset Seen = new(2026, 5, 3, 14, 20, 0, TimeSpan.Zero);

    /// <summary>Markup, half of it broken, with what HTML, XML, terminals and Markdown take for their own.</summary>
    internal static readonly string[] Hostile =
    [
        "<script>alert(1)</script>", "</script><script src=//evil.example>", "<img src=x onerror=alert(1)>",
        "\"><svg onload=alert(1)>",
        "' onmouseover='alert(1)", "javascript:alert(1)", "</style><script>alert(1)</script>", "<!--", "-->", "]]>",
        "<![CDATA[", "&lt;b&gt;",
        "&#60;script&#62;", "&amp", "</td></tr></table>", "</title><script>", "<a href=javascript:alert(1)>x</a>",
        "\0", "\u001B[31m",
        "\u009B31m", "\u001B]0;owned\u0007", "\u202E", "\u2066", "\uD83D", "\uDE00", "\uFFFE", "**bold**",
        "[x](javascript:1)", "`", "~~", "{+", "-]",
        "<iframe srcdoc='<script>'>", "<math><mtext></p><style>", "<template>", "\\", "%3Cscript%3E", "＜script＞",
    ];

    private static readonly string[] Plain =
        [
            "the", "council", "12", " ", " ", " ", "\n", "\n\n", "\r\n\r\n", ".", "é", "e\u0301", "京", "👍🏽", "שלום",
            "(", ")", "\"", "-", "\t",
        ];

    internal static readonly Arbitrary<string> Texts =
        Gen.Elements([.. Hostile, .. Plain, .. Plain]).ListOf().Select(string.Concat).ToArbitrary();

    internal static readonly Config Quick = Config.QuickThrowOnFailure.WithMaxTest(200).WithQuietOnSuccess(true);

    internal static Article Article(string title, params string[] paragraphs) => new()
    {
        Url = new Uri("https://example.org/harbour"),
        Title = title,
        Language = "en",
        Paragraphs = [.. paragraphs.Select(Paragraph.FromString)],
    };

    /// <summary>
    /// Random lists of sentences, some nearly alike, with moves, repeats and small changes between two lists.
    /// </summary>
    internal static readonly Arbitrary<List<string>> Orders = Gen.Elements(
        "The board approved a plan for 120 new homes on the quay.",
        "The board approved a plan for 90 new homes on the old quay.",
        "Residents left the hall in silence.",
        "Residents left the hall in silence. They had queued since the morning.",
        "They had queued since the morning.",
        "A spokesman for the mayor declined to comment on the matter.",
        "A spokeswoman for the mayor declined to comment.",
        "It was built in 1911 by a railway company that no longer exists.",
        "Work will begin in April of next year.").ListOf().Select(list => list.ToList()).ToArbitrary();

    /// <summary>
    /// A change with every kind of row: moved, changed, split, merged, deleted, inserted and unchanged.
    /// </summary>
    internal static ArticleDiff Harbour() => ArticleDiff.Compute(HarbourBefore, HarbourAfter);

    internal static readonly Article HarbourBefore = Article(
        "Harbour board approves 120 homes",
        "The harbour board approved a plan for 120 new homes on the old quay on Tuesday evening.",
        "Residents who had queued since the morning left the hall in silence.",
        "Work on the quay will start in April of next year. The first families are expected to move in two years later.",
        "The board's chair, Ines Albrecht, said that the town had waited long enough for this decision.",
        "A spokesman for the mayor declined to comment.",
        "The quay was built in 1911 by the railway company.",
        "It has stood empty since the fish market closed.");

    internal static readonly Article HarbourAfter = Article(
        "Harbour board narrowly approves 90 homes",
        "The board's chair, Ines Albrecht, said that the town had waited quite long enough for this decision.",
        "The harbour board approved a plan for 90 homes on the old quay on Tuesday evening.",
        "Residents who had queued since the morning left the hall in silence.",
        "Work on the quay will start in April of next year.",
        "The first families are expected to move in two years later.",
        "The quay was built in 1911 by the railway company. It has stood empty since the fish market closed.",
        "Correction: an earlier headline gave a wrong number of flats.");

    internal static ArticleVersion Version(int number, Article article, TimeSpan later = default) => new()
    {
        ArticleId = "ab12",
        Number = number,
        SeenAt = Seen + later,
        Article = article,
        ContentHash = ContentHash.Compute(article),
    };

    internal static ArticleChange HarbourChange() =>
        new(Version(1, HarbourBefore), Version(2, HarbourAfter, TimeSpan.FromHours(3)));

    internal static void Check(Action<string, string> property) =>
        Prop.ForAll(Texts, Texts, property).Check(Quick);
}
