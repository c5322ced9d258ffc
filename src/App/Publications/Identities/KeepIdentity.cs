using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Publications.Texts;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Domain.Shared;
using Responsables.Reports.Documents;
using Responsables.Reports.Processes;

namespace Responsables.App.Publications.Identities;

/// <summary>What a form says of an identity.</summary>
/// <param name="Accent">A colour as it was typed.</param>
/// <param name="Logo">A file that was sent; null: none was.</param>
/// <param name="WithoutLogo">Whether the logo that stands goes.</param>
/// <param name="Version">The version that the form showed; 0: there was none.</param>
public sealed record TypedIdentity(string Name, string Accent, byte[]? Logo, bool WithoutLogo, int Version);

/// <summary>Sets in whose name and colours the documents of a node are made. Editions that there are keep theirs.</summary>
public sealed class KeepIdentity(AppDb db, ReportOutline outline, DocumentMaker maker, Writing writing)
{
    public const string NameField = "nom";
    public const string AccentField = "couleur";
    public const string LogoField = "logo";
    public const int MostName = 80;
    public const int MostLogoBytes = 300 * 1024;
    public const int MostLogoSide = 2000;
    public const int LeastLogoSide = 40;

    public async Task<Outcome<EditionIdentity>> RunAsync(Actor actor, int year, NodeKey node, TypedIdentity typed, Guid key, CancellationToken cancel)
    {
        if (await outline.FindAsync(actor, year, node, cancel) is null)
        {
            return Outcome.Missing<EditionIdentity>();
        }

        var (name, problems) = (WrittenText.Clean(typed.Name).ReplaceLineEndings(" "), new List<Problem>());
        if (WrittenText.Refusal(name, NameField, MostName, "publications.identity-name-empty") is { } unfit)
        {
            problems.Add(unfit);
        }

        var accent = AccentColour.Read(typed.Accent);
        if (accent is not { IsReadable: true })
        {
            problems.Add(accent is { } pale
                ? new Problem("publications.accent-pale", AccentField, decimal.Round((decimal)pale.ContrastWithWhite, 1), (decimal)AccentColour.LeastContrast)
                : new Problem("publications.accent-unreadable", AccentField, typed.Accent));
        }

        var logo = typed.Logo is null ? null : await LogoAsync(typed.Logo, problems, cancel);
        return problems.Count > 0
            ? Outcome.Refused<EditionIdentity>(problems)
            : await writing.OnceAsync(key, now => KeepAsync(actor, node, name, accent!.Value.Digits, logo, typed, now, cancel), cancel);
    }

    private async Task<byte[]?> LogoAsync(byte[] sent, List<Problem> problems, CancellationToken cancel)
    {
        if (sent.Length > MostLogoBytes)
        {
            problems.Add(new Problem("publications.logo-too-large", LogoField, MostLogoBytes / 1024));
        }
        else if (PngPicture.Read(sent) is not { } picture)
        {
            problems.Add(new Problem("publications.logo-not-png", LogoField));
        }
        else if (Math.Max(picture.Width, picture.Height) > MostLogoSide || Math.Min(picture.Width, picture.Height) < LeastLogoSide)
        {
            problems.Add(new Problem("publications.logo-size", LogoField, LeastLogoSide, MostLogoSide, picture.Width, picture.Height));
        }
        else if (await TrialAsync(picture, cancel) is { } fault)
        {
            problems.Add(new Problem(fault == WorkerFault.Refused ? "publications.logo-broken" : "publications.logo-not-tried", LogoField));
        }
        else
        {
            return picture.Bytes;
        }

        return null;
    }

    // Whether it can be drawn is known by drawing it, before any edition depends on it.
    private async Task<WorkerFault?> TrialAsync(PngPicture picture, CancellationToken cancel)
    {
        var identity = new DocumentIdentity("Logo", "000000", new PictureFile(picture.Bytes, PictureFormat.Png));
        var trial = new ReportDocument("Logo", "fr", "Logo", new DateOnly(2020, 1, 1), identity, Documents.DocumentTexts.Formats, [new Paragraph("Logo")]);
        return (await maker.MakeAsync(trial, ReportFormat.Pdf, cancel)).Fault;
    }

    private async Task<Outcome<EditionIdentity>> KeepAsync(
        Actor actor, NodeKey node, string name, string accent, byte[]? logo, TypedIdentity typed, DateTimeOffset now, CancellationToken cancel)
    {
        var row = await db.ReportIdentities.SingleOrDefaultAsync(i => i.Node == node, cancel);
        if ((row?.Version ?? 0) != typed.Version)
        {
            return new Outcome<EditionIdentity>.Stale([new Problem("shared.changed-meanwhile", null)]);
        }

        var hash = logo is not null ? await KeepLogoAsync(logo, now, cancel) : typed.WithoutLogo ? null : row?.Logo;
        if (row is not null && (row.Name, row.Accent, row.Logo) == (name, accent, hash))
        {
            return Outcome.Done(row.ToEdition());
        }

        var before = row is null ? null : new { row.Name, row.Accent, row.Logo };
        if (row is null)
        {
            db.ReportIdentities.Add(row = new ReportIdentity { Node = node, Name = name, Accent = accent, ChangedAt = now, ChangedBy = actor.Name });
        }

        (row.Name, row.Accent, row.Logo, row.Version, row.ChangedAt, row.ChangedBy) = (name, accent, hash, row.Version + 1, now, actor.Name);
        await TrailWriter.AppendAsync(db, actor, now, [new TrailEntry("publications.identity", new OrganizationCode(node.Value), null, before, new { name, accent, logo = hash })], cancel);
        return Outcome.Done(row.ToEdition());
    }

    private async Task<string> KeepLogoAsync(byte[] logo, DateTimeOffset now, CancellationToken cancel)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(logo));
        if (!await db.ReportLogos.AnyAsync(l => l.Sha256 == hash, cancel))
        {
            db.ReportLogos.Add(new ReportLogo { Sha256 = hash, Bytes = logo, AddedAt = now });
        }

        return hash;
    }
}
