namespace NewsDiff.Fetching;

/// <summary>Says that the guarded handler refused to connect; found inside the <see cref="HttpRequestException"/> of a request.</summary>
/// <remarks>The fetchers turn it into <see cref="FetchStatus.Refused"/>; only hosts that use the handler themselves see it.</remarks>
public sealed class AddressRefusedException : Exception
{
    /// <summary>Makes an exception with a general message.</summary>
    public AddressRefusedException()
        : base("The address is refused.")
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What is refused, and why.</param>
    public AddressRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a cause.</summary>
    /// <param name="message">What is refused, and why.</param>
    /// <param name="innerException">The cause.</param>
    public AddressRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
