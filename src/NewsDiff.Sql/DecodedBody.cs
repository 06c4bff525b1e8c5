namespace NewsDiff.Sql;

/// <summary>A version's article as JSON, and how many versions before it were read for it.</summary>
internal readonly record struct DecodedBody(byte[] Json, int Depth);
