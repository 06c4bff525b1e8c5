using System.Text.Json;
using NewsDiff.Extraction;

namespace NewsDiff.Tests.Extraction;

/// <summary>A page of <c>Fixtures/pages</c>: a folder with <c>source.html</c> and <c>expected.json</c>.</summary>
internal sealed class PageFixture
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Fixtures", "pages");

    private readonly string _name;

    public PageFixture(string name) => _name = name;

    public static IEnumerable<string> Names =>
        Directory.GetDirectories(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public string Html => File.ReadAllText(Path.Combine(Folder, _name, "source.html"));

    public Uri Url => new(Expected.GetProperty("url").GetString()!);

    public JsonElement Expected =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, _name, "expected.json"))).RootElement;

    /// <summary>The expected verdict; an article by default.</summary>
    public PageVerdict Verdict => Expected.TryGetProperty("verdict", out JsonElement verdict)
        ? Enum.Parse<PageVerdict>(verdict.GetString()!)
        : PageVerdict.Article;

    public Article Extract() => Extract(Html);

    public Article Extract(string html)
    {
        ExtractionResult result = Pages.Extract(html, Url.AbsoluteUri);
        Assert.True(result.Article is not null, result.Reason);
        return result.Article;
    }
}
