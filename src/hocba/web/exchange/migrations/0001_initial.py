import django.db.models.deletion
import hocba.web.shared.keys
from django.conf import settings
from django.db import migrations, models

from hocba.web.shared.db import TenantTable


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ("shared", "0001_initial"),
        ('schools', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Import',
            fields=[
                ('id', models.UUIDField(default=hocba.web.shared.keys.new_id, editable=False, primary_key=True, serialize=False)),
                ('filename', models.CharField(max_length=200)),
                ('digest', models.CharField(max_length=64)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('expires_on', models.DateField()),
                ('choices', models.JSONField(default=dict)),
                ('seen', models.JSONField(default=dict)),
                ('written', models.JSONField(default=dict)),
                ('written_at', models.DateTimeField(null=True)),
                ('undone_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'ordering': ['-at'],
            },
        ),
        TenantTable("Import"),
    ]
