using Microsoft.EntityFrameworkCore;
using Responsables.App.Publications;
using Responsables.App.Publications.Identities;
using Responsables.App.Publications.Texts;

namespace Responsables.App.Database;

/// <summary>The tables of editions, all of them append-only, and of the texts that go into them.</summary>
internal static class PublicationsModel
{
    public static void Shape(ModelBuilder builder)
    {
        builder.Entity<Edition>(edition =>
        {
            edition.ToTable("editions");
            edition.HasKey(e => e.Number);
            edition.Property(e => e.Number).ValueGeneratedNever();
            edition.HasIndex(e => e.CampaignId);
            edition.HasMany(e => e.Acts).WithOne().HasForeignKey(a => a.Edition);
            edition.HasMany<EditionPart>().WithOne().HasForeignKey(p => p.Edition);
            edition.HasMany<RestatementRow>().WithOne().HasForeignKey(r => r.Edition);
            edition.HasOne<SigningKey>().WithMany().HasForeignKey(e => e.SignedWith);
        });
        builder.Entity<EditionPart>(part =>
        {
            part.ToTable("edition_parts");
            part.HasKey(p => new { p.Edition, p.Name });
            part.Property(p => p.Name).HasMaxLength(150);
        });
        builder.Entity<EditionAct>().ToTable("edition_acts").HasKey(a => new { a.Edition, a.Sequence });
        builder.Entity<EditionDocument>(document =>
        {
            document.ToTable("edition_documents");
            document.HasKey(d => new { d.Edition, d.Name });
            document.Property(d => d.Name).HasMaxLength(150);
            document.Property(d => d.MediaType).HasMaxLength(100);
            document.Property(d => d.Sha256).HasMaxLength(64);
            document.HasOne<Edition>().WithMany().HasForeignKey(d => d.Edition);
        });
        builder.Entity<RestatementRow>(row =>
        {
            row.ToTable("restatements");
            row.HasKey(r => new { r.Edition, r.Node, r.Indicator, r.Breakdown });
            row.Property(r => r.Breakdown).HasMaxLength(200);
        });
        builder.Entity<ReportText>(text =>
        {
            text.ToTable("report_texts");
            text.HasIndex(t => new { t.Year, t.Node, t.Section }).IsUnique();
            text.Property(t => t.Section).HasMaxLength(100);
            text.Property(t => t.Version).IsConcurrencyToken();
            text.HasMany(t => t.Versions).WithOne().HasForeignKey(v => v.TextId);
        });
        builder.Entity<ReportTextVersion>().ToTable("report_text_versions").HasKey(v => new { v.TextId, v.Version });
        builder.Entity<ReportIdentity>(identity =>
        {
            identity.ToTable("report_identities");
            identity.HasKey(i => i.Node);
            identity.Property(i => i.Name).HasMaxLength(KeepIdentity.MostName);
            identity.Property(i => i.Accent).HasMaxLength(6);
            identity.Property(i => i.Version).IsConcurrencyToken();
            identity.HasOne<ReportLogo>().WithMany().HasForeignKey(i => i.Logo);
        });
        builder.Entity<ReportLogo>(logo =>
        {
            logo.ToTable("report_logos");
            logo.HasKey(l => l.Sha256);
            logo.Property(l => l.Sha256).HasMaxLength(64);
        });
        builder.Entity<SigningKey>(key =>
        {
            key.ToTable("signing_keys");
            key.HasKey(k => k.Fingerprint);
            key.Property(k => k.Fingerprint).HasMaxLength(64);
        });
    }
}
