namespace NewsDiff.Research;

/// <summary>The formats of exported tables.</summary>
public enum ExportFormat
{
    /// <summary>A JSON object a line, in UTF-8 (<c>.jsonl</c>).</summary>
    JsonLines = 1,

    /// <summary>Comma-separated values by RFC 4180, in UTF-8 with a header (<c>.csv</c>).</summary>
    Csv,

    /// <summary>Apache Parquet, compressed with Zstandard (<c>.parquet</c>).</summary>
    Parquet,

    /// <summary>One SQLite database with indexes, and with views in the schema of NewsEdits (<c>.sqlite</c>).</summary>
    Sqlite,

    /// <summary>The shape of IteraTeR: a pair of versions a line, with its edits (<c>.jsonl</c>).</summary>
    /// <remarks>Places are in code points, as in Python. Intents are left empty.</remarks>
    Iterater,
}
