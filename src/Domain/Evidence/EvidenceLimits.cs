namespace Responsables.Domain.Evidence;

/// <summary>How much evidence may be kept, and how long its texts may be.</summary>
public static class EvidenceLimits
{
    private const long Mebibyte = 1024 * 1024;

    /// <summary>Bytes of one file at most.</summary>
    public const long OneFile = 10 * Mebibyte;

    /// <summary>Bytes that a body may add for the answers of one year at most.</summary>
    public const long Year = 100 * Mebibyte;

    /// <summary>Pieces tied to one question of a dossier at most.</summary>
    public const int Question = 20;

    public const int Title = 200;

    public const int Name = 200;

    public const int Link = 1000;

    /// <summary>A number of bytes in the unit that people are told: whole mebibytes.</summary>
    public static long Megabytes(long bytes) => bytes / Mebibyte;
}
