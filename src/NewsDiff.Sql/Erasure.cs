using System.Text.Json;
using NewsDiff.Storage;

namespace NewsDiff.Sql;

/// <summary>Computes the rows of an article without the texts that are erased.</summary>
/// <remarks>
/// The version after an erased one becomes a keyframe, so that no stored byte depends on the erased text. Differences
/// after it stay as they are; only their depth changes.
/// </remarks>
internal static class Erasure
{
    /// <summary>Computes the rows that change.</summary>
    /// <param name="rows">All versions of the article, in their order.</param>
    /// <param name="order">What is erased.</param>
    /// <exception cref="VersionStoreException">A row is damaged.</exception>
    public static List<RekeyedVersion> Plan(IReadOnlyList<StoredBody> rows, ErasureOrder order)
    {
        HashSet<long> targets = TargetsOf(rows, order);
        List<RekeyedVersion> changed = [];
        DecodedBody? json = null;
        (bool IsErased, int Depth, int LastKept) before = (false, 0, 0);
        foreach (StoredBody row in targets.Count == 0 ? [] : rows)
        {
            json = Decode(row, json);
            StoredBody after = targets.Contains(row.Key)
                ? Erase(row, json.Value, order.Kind, before.LastKept)
                : Rekey(row, json.Value, before);
            if (after != row)
            {
                changed.Add(new RekeyedVersion(row, after));
            }

            int kept = after.Erased is null ? VersionKey.NumberIn(row.Key) : before.LastKept;
            before = (after.Erased is not null, after.Depth, kept);
        }

        return changed;
    }

    private static HashSet<long> TargetsOf(IReadOnlyList<StoredBody> rows, ErasureOrder order) => order.Kind switch
    {
        // A pruned version can still be taken down, so that its text is not stored again.
        Erased.Hidden => [.. rows.Where(row => row.IsWanted && row.Erased != Erased.Hidden).Select(row => row.Key)],
        _ =>
        [
            .. rows.Where(row => row.Erased is null).Skip(1).SkipLast(order.KeepLatest)
                .Where(row => row.IsWanted).Select(row => row.Key),
        ],
    };

    private static StoredBody Erase(StoredBody row, DecodedBody json, Erased kind, int lastKept)
    {
        Article article = Read(row, json);

        // Hashed again by this release: an earlier one may have hashed it differently, and the text must be recognised.
        byte[] hash = kind == Erased.Hidden && row.Erased is null
            ? HashColumn.Encode(ContentHash.Compute(article))!
            : row.Hash;
        (byte[] body, int depth) = VersionBody.Encode(
            ArticleJson.Serialize(row.Erased is null ? ErasedArticle.Of(article) : article),
            row.Place with { ContentHash = hash },
            before: null);
        return row with { Depth = depth, Body = body, Erased = kind, KeptBefore = lastKept, Hash = hash };
    }

    private static StoredBody Rekey(
        StoredBody row, DecodedBody json, (bool IsErased, int Depth, int LastKept) before)
    {
        if (row.Erased is not null)
        {
            return row.KeptBefore == before.LastKept ? row : row with { KeptBefore = before.LastKept };
        }

        if (row.Depth == 0 || !before.IsErased)
        {
            int depth = row.Depth == 0 ? 0 : before.Depth + 1;
            return row.Depth == depth ? row : row with { Depth = depth };
        }

        (byte[] body, _) = VersionBody.Encode(json.Json, row.Place, before: null);
        return row with { Depth = 0, Body = body };
    }

    private static DecodedBody Decode(StoredBody row, DecodedBody? before)
    {
        try
        {
            return VersionBody.Decode(row.Body, row.Depth, row.Place, before);
        }
        catch (FormatException fault)
        {
            throw Unreadable(row, fault);
        }
    }

    private static Article Read(StoredBody row, DecodedBody json)
    {
        try
        {
            return ArticleJson.Deserialize(json.Json);
        }
        catch (JsonException fault)
        {
            throw Unreadable(row, fault);
        }
    }

    private static VersionStoreException Unreadable(StoredBody row, Exception fault) =>
        StoredRow.Unreadable($"the column 'body' of the row of 'version' with id {row.Key}", fault);
}
