using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace NewsDiff.Research.Export;

/// <summary>Adds pairs of versions in the shape of IteraTeR (Du et al., ACL 2022).</summary>
internal static class IteraterRows
{
    private const string Gap = "\n\n";

    internal static void Add(ExportRows rows, List<ReadVersion> versions, bool includesText)
    {
        for (int i = 1; i < versions.Count; i++)
        {
            rows.BeginVersion(versions[i].Version.SeenAt);
            string before = TextOf(versions[i - 1].Article);
            string after = TextOf(versions[i].Article);
            var points = new CodePoints(before);
            rows.Add(
                ExportSchema.Iterater,
                versions[i].ArticleId,
                i,
                before,
                after,
                Actions(TextDiff.Compute(before, after), points, includesText),
                new JsonArray([.. Starts(versions[i - 1]).Select(start => (JsonNode)points.Count(start))]),
                "news");
        }
    }

    private static string TextOf(Article article) =>
        string.Join(Gap, article.Paragraphs.Select(static paragraph => paragraph.Text).Prepend(article.Title));

    // The title is the first sentence.
    private static IEnumerable<int> Starts(ReadVersion version)
    {
        ImmutableArray<int>.Builder paragraphs = ImmutableArray.CreateBuilder<int>();
        int start = version.Article.Title.Length + Gap.Length;
        foreach (Paragraph paragraph in version.Article.Paragraphs)
        {
            paragraphs.Add(start);
            start += paragraph.Text.Length + Gap.Length;
        }

        return version.Sentences.Select(sentence => paragraphs[sentence.Paragraph] + sentence.Start).Prepend(0);
    }

    private static JsonArray Actions(TextDiff diff, CodePoints points, bool includesText)
    {
        var actions = new JsonArray();
        for (int i = 0; i < diff.Edits.Length; i++)
        {
            DiffEdit edit = diff.Edits[i];
            if (edit.Kind == EditKind.Equal)
            {
                continue;
            }

            DiffEdit? inserted = edit.Kind == EditKind.Insert ? edit
                : i + 1 < diff.Edits.Length && diff.Edits[i + 1].Kind == EditKind.Insert ? diff.Edits[++i]
                : null;
            DiffEdit? deleted = edit.Kind == EditKind.Delete ? edit : null;
            actions.Add((JsonNode)Action(diff, deleted, inserted, points, includesText));
        }

        return actions;
    }

    private static JsonObject Action(
        TextDiff diff, DiffEdit? deleted, DiffEdit? inserted, CodePoints points, bool includesText)
    {
        DiffEdit place = deleted ?? inserted!.Value;
        var action = new JsonObject
        {
            ["type"] = deleted is null ? "A" : inserted is null ? "D" : "R",
        };
        if (includesText)
        {
            action["before"] = deleted is { } old ? diff.OldText[old.OldRange] : null;
            action["after"] = inserted is { } @new ? diff.NewText[@new.NewRange] : null;
        }

        action["start_char_pos"] = points.Count(place.OldStart);
        action["end_char_pos"] = points.Count(place.OldStart + (deleted?.OldLength ?? 0));
        action["major_intent"] = null;
        action["raw_intents"] = new JsonArray();
        return action;
    }
}
