namespace NewsDiff.Fetching;

/// <summary>Says that the guarded handler refused to connect.</summary>
/// <remarks>
/// It is found inside the <see cref="HttpRequestException"/> of a request by hosts that use the handler themselves; the
/// fetchers turn it into <see cref="FetchStatus.Refused"/>.
/// </remarks>
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
