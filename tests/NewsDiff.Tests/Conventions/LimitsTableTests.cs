using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NewsDiff.Addresses;
using NewsDiff.Archives;
using NewsDiff.Archives.Warc;
using NewsDiff.Extraction;
using NewsDiff.Feeds.Reading;
using NewsDiff.Fetching;

namespace NewsDiff.Tests.Conventions;

/// <summary>Holds the table of limits in docs/limits.md against the options it is made from.</summary>
/// <remarks>To accept a change, run the test with <c>NEWSDIFF_ACCEPT_DOCS=1</c> and review the file's difference.</remarks>
public sealed partial class LimitsTableTests
{
    private static readonly string Page = Path.Combine(SourceTree.Root, "docs", "limits.md");

    [Fact]
    public void The_table_of_limits_is_that_of_the_options()
    {
        string actual = Write();
        if (Environment.GetEnvironmentVariable("NEWSDIFF_ACCEPT_DOCS") == "1")
        {
            File.WriteAllText(Page, actual);
        }

        Assert.True(File.Exists(Page), $"There is no {Page}. Run the test with NEWSDIFF_ACCEPT_DOCS=1 and review the file.");
        Assert.Equal(File.ReadAllText(Page).ReplaceLineEndings("\n"), actual);
    }

    private static string Write()
    {
        XDocument documentation = XDocument.Load(Path.ChangeExtension(typeof(HttpFetchOptions).Assembly.Location, ".xml"));
        var text = new StringBuilder(
            """
            # Limits and courtesies

            Generated from options and named constants by `LimitsTableTests`. Input that exceeds a limit causes an outcome with a reason, never an exception.

            ## Fetching

            Every line is an option of `HttpFetchOptions`.


            """);
        WriteOptions(text, HttpFetchOptions.Default, documentation);
        text.Append("\n## Pages\n\nOptions of `ExtractionOptions`:\n\n");
        WriteOptions(text, new ExtractionOptions(), documentation);
        text.Append("\nFixed:\n\n");
        WriteConstants(text, typeof(PageLimits), documentation);
        text.Append("\n## Addresses\n\n");
        WriteConstants(text, typeof(BoundedUrl), documentation);
        text.Append("\n## Feeds, sitemaps and lists of feeds\n\n");
        WriteConstants(text, typeof(FeedLimits), documentation);
        text.Append("\n## Archives\n\nOptions of `WarcReaderOptions`:\n\n");
        WriteOptions(text, new WarcReaderOptions(), documentation);
        text.Append("\nFixed:\n\n");
        WriteConstants(text, typeof(ArchiveLimits), documentation);
        return text.ToString();
    }

    private static void WriteOptions(StringBuilder text, object options, XDocument documentation)
    {
        text.Append("| option | default | what it is |\n|---|---|---|\n");
        foreach (PropertyInfo option in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(option => option.MetadataToken))
        {
            string summary = SummaryOf($"P:{option.DeclaringType!.FullName}.{option.Name}", documentation);
            text.Append(CultureInfo.InvariantCulture, $"| `{option.Name}` | {ValueOf(option.Name, option.GetValue(options))} | {summary} |\n");
        }
    }

    private static void WriteConstants(StringBuilder text, Type limits, XDocument documentation)
    {
        text.Append("| limit | value | what it is |\n|---|---|---|\n");
        foreach (FieldInfo limit in limits.GetFields(BindingFlags.Public | BindingFlags.Static).OrderBy(limit => limit.MetadataToken))
        {
            string summary = SummaryOf($"F:{limits.FullName}.{limit.Name}", documentation);
            text.Append(CultureInfo.InvariantCulture, $"| {limit.Name} | {ValueOf(limit.Name, limit.GetValue(null))} | {summary} |\n");
        }
    }

    private static string ValueOf(string name, object? value) => value switch
    {
        null or ICollection { Count: 0 } or SiteRules { All.IsEmpty: true } => "none",
        bool isSet => isSet ? "yes" : "no",
        TimeSpan { TotalHours: > 24 } time => string.Create(CultureInfo.InvariantCulture, $"{time.TotalDays} days"),
        TimeSpan { TotalMinutes: > 60 } time => string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours} hours"),
        TimeSpan { TotalSeconds: > 60 } time => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes} minutes"),
        TimeSpan time => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds} s"),
        int bytes when IsBytes(name) && bytes % (1024 * 1024) == 0 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024 * 1024)} MiB"),
        int bytes when IsBytes(name) && bytes % 1024 == 0 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024} KiB"),
        int or long => string.Create(CultureInfo.InvariantCulture, $"{value:N0}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };

    private static bool IsBytes(string name) => name.EndsWith("Bytes", StringComparison.Ordinal);

    /// <summary>The summary without the default, which has a column of its own.</summary>
    private static string SummaryOf(string member, XDocument documentation)
    {
        XElement summary = documentation.Descendants("member")
            .Single(documented => documented.Attribute("name")?.Value == member)
            .Element("summary")!;
        string text = string.Concat(summary.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement { Name.LocalName: "see" } see => $"`{see.Attribute("cref")!.Value.Split('.')[^1]}`",
            XElement other => other.Value,
            _ => node.ToString(),
        }));
        return Default().Replace(text.Trim(), "");
    }

    [GeneratedRegex(@" The default is [^.;]*(\.[0-9][^.;]*)?[.;]?( zero heeds none\.)?", RegexOptions.NonBacktracking)]
    private static partial Regex Default();
}
