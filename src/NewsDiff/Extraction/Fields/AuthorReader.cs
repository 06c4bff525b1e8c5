using System.Collections.Immutable;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Fields;

/// <summary>Reads the names of the authors, from the surest source that states them.</summary>
internal static class AuthorReader
{
    private static readonly string[] Metas =
    [
        "author", "article:author", "og:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl",
        "citation_author", "cXenseParse:author", "article:author_name", "og:article:author", "article.author", "twitter:data1",
    ];

    public static ImmutableArray<string> Read(Page page, LinkedData linked, BodyPlace place)
    {
        List<string> names = [.. linked.Authors.SelectMany(author => PersonNames.Split(author)).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (names.Count == 0)
        {
            names = FromMetas(page);
        }

        if (names.Count == 0)
        {
            names = FromMarks(page, place, MarkKind.Author);
        }

        if (names.Count == 0)
        {
            names = FromMarks(page, place, MarkKind.Byline);
        }

        return [.. names];
    }

    private static List<string> FromMetas(Page page)
    {
        foreach (string name in Metas)
        {
            if (name != "twitter:data1" && page.Metas.TryGetValue(name, out List<string>? values))
            {
                List<string> names = [.. values.SelectMany(value => PersonNames.Split(value)).Distinct(StringComparer.OrdinalIgnoreCase)];
                if (names.Count > 0)
                {
                    return names;
                }
            }
        }

        return [];
    }

    private static List<string> FromMarks(Page page, BodyPlace place, MarkKind kind)
    {
        List<string> best = [];
        int bestDistance = int.MaxValue;
        foreach (PageMark mark in page.Marks)
        {
            PageNode node = page.Nodes[mark.Node];
            int distance = place.DistanceTo(node);
            if (mark.Kind != kind || distance > bestDistance || node.TextEnd - node.TextStart > 200)
            {
                continue;
            }

            List<string> names = PersonNames.Split(page.TextOf(node.TextStart, node.TextEnd));
            if (names.Count == 0)
            {
                continue;
            }

            if (distance == bestDistance)
            {
                best.AddRange(names.Except(best, StringComparer.OrdinalIgnoreCase));
            }
            else
            {
                best = names;
                bestDistance = distance;
            }
        }

        return best;
    }
}
