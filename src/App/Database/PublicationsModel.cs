using Microsoft.EntityFrameworkCore;
using Responsables.App.Publications;

namespace Responsables.App.Database;

/// <summary>The tables of editions, all of them append-only.</summary>
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
        builder.Entity<RestatementRow>(row =>
        {
            row.ToTable("restatements");
            row.HasKey(r => new { r.Edition, r.Node, r.Indicator, r.Breakdown });
            row.Property(r => r.Breakdown).HasMaxLength(200);
        });
        builder.Entity<SigningKey>(key =>
        {
            key.ToTable("signing_keys");
            key.HasKey(k => k.Fingerprint);
            key.Property(k => k.Fingerprint).HasMaxLength(64);
        });
    }
}
