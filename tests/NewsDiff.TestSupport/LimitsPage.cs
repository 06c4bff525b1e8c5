using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NewsDiff.Extraction;
using Xunit;

namespace NewsDiff.TestSupport;

/// <summary>
/// Holds docs/limits.md against the options and constants that it is made from; each package writes its own part.
/// </summary>
/// <remarks>
/// To accept a change, run the tests with <c>NEWSDIFF_ACCEPT_DOCS=1</c> and review the file's difference.
/// </remarks>
public static partial class LimitsPage
{
    /// <summary>The first headings of the packages' parts, in order; the core's part begins the page.</summary>
    private static readonly string[] Parts = ["", "## Archives"];

    /// <summary>Verifies the part of the page that begins with a heading; the core's begins the page.</summary>
    public static void Verify(string heading, string actual, [CallerFilePath] string callerPath = "")
    {
        string path = FindPage(callerPath);
        string page = File.ReadAllText(path).ReplaceLineEndings("\n");
        int start = StartOf(heading, page);
        int end = heading == Parts[^1] ? page.Length : StartOf(Parts[Array.IndexOf(Parts, heading) + 1], page);
        if (Environment.GetEnvironmentVariable("NEWSDIFF_ACCEPT_DOCS") == "1")
        {
            File.WriteAllText(path, page[..start] + actual + page[end..]);
            return;
        }

        Assert.Equal(page[start..end], actual);
    }

    /// <summary>The documentation of an assembly.</summary>
    public static XDocument DocumentationOf(Assembly assembly) =>
        XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"));

    public static void WriteOptions(StringBuilder text, object options, XDocument documentation)
    {
        text.Append("| option | default | what it is |\n|---|---|---|\n");
        foreach (PropertyInfo option in options.GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .OrderBy(option => option.MetadataToken))
        {
            string summary = SummaryOf($"P:{option.DeclaringType!.FullName}.{option.Name}", documentation);
            text.Append(
                CultureInfo.InvariantCulture,
                $"| `{option.Name}` | {ValueOf(option.Name, option.GetValue(options))} | {summary} |\n");
        }
    }

    public static void WriteConstants(StringBuilder text, Type limits, XDocument documentation)
    {
        text.Append("| limit | value | what it is |\n|---|---|---|\n");
        foreach (FieldInfo limit in limits.GetFields(BindingFlags.Public | BindingFlags.Static)
            .OrderBy(limit => limit.MetadataToken))
        {
            string summary = SummaryOf($"F:{limits.FullName}.{limit.Name}", documentation);
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {limit.Name} | {ValueOf(limit.Name, limit.GetValue(null))} | {summary} |\n");
        }
    }

    private static string ValueOf(string name, object? value) => value switch
    {
        null or ICollection { Count: 0 } or SiteRules { All.IsEmpty: true } => "none",
        bool isSet => isSet ? "yes" : "no",
        TimeSpan { TotalHours: > 24 } time => string.Create(CultureInfo.InvariantCulture, $"{time.TotalDays} days"),
        TimeSpan { TotalMinutes: > 60 } time => string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours} hours"),
        TimeSpan { TotalSeconds: > 60 } time =>
            string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes} minutes"),
        TimeSpan time => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds} s"),
        int bytes when IsBytes(name) && bytes % (1024 * 1024) == 0 =>
            string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024 * 1024)} MiB"),
        int bytes when IsBytes(name) && bytes % 1024 == 0 =>
            string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024} KiB"),
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

        // In one line, wherever the source breaks them.
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Default().Replace(text, "");
    }

    [GeneratedRegex(@" The default is [^.;]*(\.[0-9][^.;]*)?[.;]?( zero heeds none\.)?", RegexOptions.NonBacktracking)]
    private static partial Regex Default();

    private static int StartOf(string heading, string page) =>
        heading.Length == 0 ? 0 : page.IndexOf("\n" + heading + "\n", StringComparison.Ordinal);

    private static string FindPage(string callerPath)
    {
        DirectoryInfo? folder = new FileInfo(callerPath).Directory;
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NewsDiff.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(
            folder?.FullName ?? throw new DirectoryNotFoundException("NewsDiff.sln is not above " + callerPath),
            "docs",
            "limits.md");
    }
}
