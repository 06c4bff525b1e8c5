using System.Collections.Immutable;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Body;

/// <summary>Reads the addresses that the kept text links to.</summary>
internal static class BodyLinks
{
    /// <summary>Reads the links.</summary>
    /// <param name="page">The page.</param>
    /// <param name="container">The container of its body.</param>
    /// <param name="verdicts">The verdicts on the container's blocks.</param>
    /// <returns>Each address once, in reading order; places on the page itself are left out.</returns>
    public static ImmutableArray<Uri> Read(Page page, int container, ReadOnlySpan<BlockVerdict> verdicts)
    {
        PageNode body = page.Nodes[container];
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>>? seen = null;
        ImmutableArray<Uri>.Builder? links = null;
        int block = 0;
        for (int i = container; i < body.EndNode && (links is null || links.Count < PageLimits.Surroundings); i++)
        {
            PageNode node = page.Nodes[i];
            if (node.Kind != ElementKind.Link || page.Elements[i].Address is not { Length: > 0 } address
                || address.Span[0] == '#')
            {
                continue;
            }

            while (block < verdicts.Length && page.Blocks[body.FirstBlock + block].End <= node.TextStart)
            {
                block++;
            }

            bool isKept = block < verdicts.Length && verdicts[block].IsKept
                && page.Blocks[body.FirstBlock + block].Start < node.TextEnd;
            seen ??= new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
            if (isKept && seen.Value.Add(address.Span)
                && page.Resolve(address.Span) is { } url)
            {
                (links ??= ImmutableArray.CreateBuilder<Uri>()).Add(url);
            }
        }

        return links?.DrainToImmutable() ?? [];
    }
}
