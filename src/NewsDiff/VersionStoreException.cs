namespace NewsDiff;

/// <summary>A database cannot be used as a store; the message says why.</summary>
/// <remarks>
/// The message names the database and says what to do. Faults while a store is in use, such as a full disk, are thrown
/// as the database's own exceptions.
/// </remarks>
public sealed class VersionStoreException : Exception
{
    /// <summary>Makes an exception with a general message.</summary>
    public VersionStoreException()
        : this("The database is unusable as a version store.")
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">Which database, why it is unusable, and what to do.</param>
    public VersionStoreException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">Which database, why it is unusable, and what to do.</param>
    /// <param name="innerException">The database's own exception.</param>
    public VersionStoreException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Whether the database may only be read. The default is false.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Whether an open file was moved, deleted or replaced. The default is false.</summary>
    public bool IsReplaced { get; init; }

    /// <summary>Whether the store has no search index, or an unfinished one.</summary>
    public bool IsUnsearchable { get; init; }

    /// <summary>The schema version of the database, or null when it has none.</summary>
    public int? SchemaVersion { get; private init; }

    /// <summary>The latest schema version that this library knows, or null when irrelevant.</summary>
    public int? KnownSchemaVersion { get; private init; }

    /// <summary>Makes the exception for a database of a later version of the library.</summary>
    /// <param name="database">The database's name for people, without secrets.</param>
    /// <param name="schemaVersion">Its schema version.</param>
    /// <param name="knownSchemaVersion">The latest schema version that the library knows.</param>
    /// <returns>The exception, to be thrown.</returns>
    public static VersionStoreException NewerSchema(string database, int schemaVersion, int knownSchemaVersion) =>
        new($"The database '{database}' has schema version {schemaVersion}, but this version of NewsDiff supports "
            + $"at most {knownSchemaVersion}. Update NewsDiff, or use another database.")
        {
            SchemaVersion = schemaVersion,
            KnownSchemaVersion = knownSchemaVersion,
        };
}
