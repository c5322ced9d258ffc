using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Publications;
using Responsables.Domain.Shared;

namespace Responsables.App.Publications;

/// <summary>What a file of an edition is worth.</summary>
/// <param name="Faults">What is wrong with it, and where; empty: it is genuine as far as can be told.</param>
/// <param name="IsOwnKey">Whether the key is one of this instance; null: there is no instance to compare with.</param>
public sealed record EditionVerified(EditionCheck Check, IReadOnlyList<Problem> Faults, bool? IsOwnKey);

/// <summary>Tells a genuine file of an edition from an altered one: against itself, and against the instance where there is one.</summary>
public static class VerifyEdition
{
    private const int MostTold = 50;

    /// <summary>What the file says by itself; null when it is not the file of an edition.</summary>
    public static EditionVerified? Alone(ReadOnlyMemory<byte> file) => EditionCheck.Of(file) is { } check ? new EditionVerified(check, [.. FaultsOf(check)], null) : null;

    /// <summary>The same, and whether this instance made it.</summary>
    public static async Task<EditionVerified?> HereAsync(AppDb db, ReadOnlyMemory<byte> file, CancellationToken cancel)
    {
        if (Alone(file) is not { } alone)
        {
            return null;
        }

        var isOwnKey = await db.SigningKeys.AsNoTracking().AnyAsync(k => k.Fingerprint == alone.Check.Key, cancel);
        var faults = alone.Faults.ToList();
        if (alone.Check.Signature == SignatureState.Holds && !isOwnKey)
        {
            faults.Add(new Problem("publications.verify-other-key", null, alone.Check.Key));
        }

        var seal = alone.Check.Edition is { } number ? await db.Editions.AsNoTracking().Where(e => e.Number == number).Select(e => e.Sha256).SingleOrDefaultAsync(cancel) : null;
        if (seal is not null && alone.Check.Seal != seal && faults.Count == 0)
        {
            faults.Add(new Problem("publications.verify-other-content", null, alone.Check.Edition));
        }

        return alone with { Faults = faults, IsOwnKey = isOwnKey };
    }

    private static IEnumerable<Problem> FaultsOf(EditionCheck check)
    {
        var wrong = check.Sections.Where(s => s.State is SectionState.Altered or SectionState.Added).ToList();
        foreach (var (name, state) in wrong.Take(MostTold))
        {
            yield return new Problem(state == SectionState.Altered ? "publications.verify-altered" : "publications.verify-added", name);
        }

        if (wrong.Count > MostTold)
        {
            yield return new Problem("publications.verify-more", null, wrong.Count - MostTold);
        }

        if (!check.SealHolds)
        {
            yield return new Problem("publications.verify-seal", EditionJson.Seal);
        }

        if (check.Signature != SignatureState.Holds)
        {
            yield return new Problem(check.Signature == SignatureState.Absent ? "publications.verify-unsigned" : "publications.verify-signature", EditionJson.Signature);
        }
    }
}
