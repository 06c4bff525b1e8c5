using System.Text;

namespace NewsDiff.TestSupport;

/// <summary>A page of one short article.</summary>
public static class FerryStory
{
    public const string Html = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>Ferry returns to the northern islands</title></head>
        <body><main><article>
        <h1>Ferry returns to the northern islands</h1>
        <p>The ferry to the northern islands sailed again on Monday after eleven weeks in dock, to the relief of its passengers.</p>
        <p>Islanders had relied on a smaller boat that could carry no cars, and several shops had begun to ration fresh food.</p>
        <p>The operator said that the repairs had cost more than planned, but that the timetable would return to normal this week.</p>
        </article></main></body></html>
        """;

    /// <summary>The bytes of a page whose text no other page has.</summary>
    public static byte[] Numbered(string name) => Encoding.UTF8.GetBytes(
        Html.Replace("northern islands", $"islands of {name}", StringComparison.Ordinal));
}
