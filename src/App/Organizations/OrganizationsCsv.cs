using System.Text;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;

namespace Responsables.App.Organizations;

/// <summary>The organisations as a CSV file: comma separated (RFC 4180), UTF-8, one row a period, the columns below in any order.</summary>
public static class OrganizationsCsv
{
    /// <summary>The columns, in the order in which they are written: that of <see cref="PeriodField"/>.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "code", "name", "short_name", "kind", "network", "branch", "parent", "region", "department", "valid_from", "valid_to", "successors",
    ];

    public const long DefaultMaxBytes = 20 * 1024 * 1024;

    public const int MaxRows = 100_000;

    /// <summary>Most faults told one by one; the rest is told as a number.</summary>
    public const int MaxFaults = 1_000;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the periods of a file, or every fault it has; <see cref="Problem.Place"/> is its line and column. What is accepted also
    /// makes an <see cref="OrganizationRegister"/>, together with the periods kept of the organisations that the file does not list.</summary>
    /// <param name="kept">Periods that are there already; those of the organisations that the file lists give way to the file's.</param>
    public static async Task<Outcome<IReadOnlyList<OrganizationPeriod>>> ReadAsync(
        Stream file, long maxBytes = DefaultMaxBytes, IReadOnlyList<OrganizationPeriod>? kept = null, CancellationToken stop = default)
    {
        if (file.CanSeek && file.Length > maxBytes)
        {
            return TooLarge(maxBytes);
        }

        using var content = new MemoryStream();
        var piece = new byte[81920];
        int read;
        while ((read = await file.ReadAsync(piece, stop)) > 0)
        {
            if (content.Length + read > maxBytes)
            {
                return TooLarge(maxBytes);
            }

            content.Write(piece, 0, read);
        }

        return Read(content.GetBuffer().AsSpan(0, (int)content.Length), maxBytes, kept);
    }

    /// <inheritdoc cref="ReadAsync"/>
    public static Outcome<IReadOnlyList<OrganizationPeriod>> Read(
        ReadOnlySpan<byte> file, long maxBytes = DefaultMaxBytes, IReadOnlyList<OrganizationPeriod>? kept = null)
    {
        if (file.Length > maxBytes)
        {
            return TooLarge(maxBytes);
        }

        try
        {
            return Read(StrictUtf8.GetString(file), kept);
        }
        catch (DecoderFallbackException unreadable)
        {
            var line = 1 + file[..Math.Clamp(unreadable.Index, 0, file.Length)].Count((byte)'\n');
            return Refused(new Problem(OrganizationsCsvProblems.NotUtf8, OrganizationsCsvPlace.Of(line)));
        }
    }

    /// <summary>Reads the periods of a file's text.</summary>
    public static Outcome<IReadOnlyList<OrganizationPeriod>> Read(string text, IReadOnlyList<OrganizationPeriod>? kept = null) =>
        OrganizationsCsvReading.Of(text.TrimStart('\uFEFF'), kept ?? []);

    /// <summary>The file of these periods, in their order, with LF line ends; to be encoded as UTF-8 without a byte order mark.</summary>
    public static string Write(IEnumerable<OrganizationPeriod> periods) => OrganizationsCsvWriting.Of(periods);

    /// <summary>How a kind is written.</summary>
    public static string Kind(OrganizationKind kind) => OrganizationsCsvCells.Of(kind);

    private static Outcome<IReadOnlyList<OrganizationPeriod>> TooLarge(long maxBytes) =>
        Refused(new Problem(OrganizationsCsvProblems.TooLarge, null, maxBytes / (1024m * 1024m)));

    private static Outcome<IReadOnlyList<OrganizationPeriod>> Refused(Problem problem) =>
        Outcome.Refused<IReadOnlyList<OrganizationPeriod>>(problem);
}
