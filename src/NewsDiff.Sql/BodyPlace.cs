namespace NewsDiff.Sql;

/// <summary>What a body's checksum ties it to, so that it is noticed at another version.</summary>
/// <param name="Number">The version's number.</param>
/// <param name="ContentHash">The version's content hash, as a column keeps it.</param>
internal readonly record struct BodyPlace(int Number, byte[] ContentHash);
