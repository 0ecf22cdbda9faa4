from django.db import migrations

from hocba.web.supervision.counts import CREATE_COUNTS, DROP_COUNTS


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('shared', '0001_initial'),
        ('gradebook', '0001_initial'),
    ]

    operations = [
        migrations.RunSQL(CREATE_COUNTS, DROP_COUNTS),
    ]
