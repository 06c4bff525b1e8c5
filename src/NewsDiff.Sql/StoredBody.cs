using System.Data.Common;

namespace NewsDiff.Sql;

/// <summary>A version as it is stored, with its bytes.</summary>
/// <param name="Key">Its <see cref="VersionKey"/>.</param>
/// <param name="Depth">Its depth.</param>
/// <param name="Body">Its bytes; see <see cref="VersionBody"/>.</param>
/// <param name="Hash">Its hash, as it is stored.</param>
/// <param name="Erased">How its text was erased, or null.</param>
/// <param name="KeptBefore">
/// For an erased version, the number of the last version before it with a text; 0 for none.
/// </param>
/// <param name="Host">Its host.</param>
/// <param name="IsWanted">Whether the query asks for it.</param>
internal sealed record StoredBody(
    long Key, int Depth, byte[] Body, byte[] Hash, Erased? Erased, int? KeptBefore, string Host, bool IsWanted)
{
    /// <summary>What its bytes belong to.</summary>
    public BodyPlace Place => new(VersionKey.NumberIn(Key), Hash);

    /// <summary>Reads a row of <see cref="ErasureOrder.Select"/>.</summary>
    public static StoredBody Read(DbDataReader row) => new(
        row.GetInt64(0),
        checked((int)row.GetInt64(1)),
        row.GetFieldValue<byte[]>(2),
        row.GetFieldValue<byte[]>(3),
        row.IsDBNull(4) ? null : (Erased)checked((int)row.GetInt64(4)),
        row.IsDBNull(5) ? null : checked((int)row.GetInt64(5)),
        row.IsDBNull(6) ? "" : row.Text(6),
        row.GetInt64(7) == 1);
}
