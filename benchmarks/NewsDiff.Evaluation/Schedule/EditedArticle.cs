using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NewsDiff.Evaluation.Schedule;

/// <summary>When a real article was edited in the year after its publication.</summary>
/// <param name="Name">The set and the article's id.</param>
/// <param name="Edits">The edits in order of time.</param>
internal sealed record EditedArticle(string Name, List<ScheduledEdit> Edits)
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    /// <summary>The site, for what is learned from sites: each set is one.</summary>
    public string Site => Name.Split('.')[0].Replace('_', '-') + ".example";

    /// <summary>The half to tune on (0) or to report only (1); it depends on nothing but the name.</summary>
    public int Half => BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(Name))) & 1;

    /// <summary>Reads the articles of a folder whose edits have times.</summary>
    /// <remarks>
    /// Controls, in which only markup changed, and pairs of pages, whose times are those of a fixture, are left out.
    /// So are articles whose times go backwards.
    /// </remarks>
    public static IEnumerable<EditedArticle> ReadAll(DirectoryInfo folder) =>
        folder.GetFiles("*.jsonl.gz").OrderBy(file => file.Name, StringComparer.Ordinal)
            .SelectMany(file => Archive.ReadLines(file).Select(line => TryRead(file.Name, line)))
            .OfType<EditedArticle>();

    private static EditedArticle? TryRead(string file, string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement root = document.RootElement;
        string kind = root.GetProperty("kind").GetString() ?? "";
        List<(DateTimeOffset Time, string Text)> states = [];
        foreach (JsonElement version in root.GetProperty("versions").EnumerateArray())
        {
            if (!DateTimeOffset.TryParse(
                version.GetProperty("time").GetString(), CultureInfo.InvariantCulture, out DateTimeOffset time))
            {
                return null;
            }

            string text = $"{version.GetProperty("title")}\n{version.GetProperty("paragraphs")}";
            if (states.Count == 0 || states[^1].Text != text)
            {
                states.Add((time, text));
            }
        }

        bool isOrdered = states.Zip(states.Skip(1)).All(pair => pair.First.Time <= pair.Second.Time);
        return isOrdered && !kind.StartsWith("control", StringComparison.Ordinal)
            && !kind.StartsWith("html_pair", StringComparison.Ordinal)
            ? new EditedArticle($"{file} {root.GetProperty("id")}", EditsOf(states))
            : null;
    }

    private static List<ScheduledEdit> EditsOf(List<(DateTimeOffset Time, string Text)> states)
    {
        List<string> texts = [.. states.Select(state => state.Text).Distinct()];
        return
        [
            .. states.Skip(1)
                .Select(state => new ScheduledEdit(state.Time - states[0].Time, texts.IndexOf(state.Text)))
                .Where(edit => edit.At <= Year),
        ];
    }
}
